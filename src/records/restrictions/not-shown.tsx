import type { VNode } from 'preact';
import { RESTRICTED_LEFT_OUT } from '../reports/weekly-report/report.ts';

/** What a list says under its count to a reader from whom some child is hidden, whatever the list is narrowed to; nothing to anybody else. */
export function NotShown({ some }: { readonly some: boolean }): VNode | null {
  return some ? <p class="govuk-body">{RESTRICTED_LEFT_OUT}.</p> : null;
}
