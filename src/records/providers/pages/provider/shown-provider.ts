import type { InForce } from '../../../../platform/settings/changes.ts';
import type { AskedWeek } from '../../../reports/week-ending.ts';
import type { ProviderPage } from '../../load-provider-page.ts';

/** What the page is made from. */
export interface ShownProvider {
  readonly found: ProviderPage;
  readonly title: string;
  readonly week: AskedWeek;
  readonly inflation: InForce<number>;
  readonly leavesOut: boolean;
  readonly maySeeAChild: boolean;
}
