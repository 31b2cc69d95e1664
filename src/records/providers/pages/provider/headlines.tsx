import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { type Pence, wholePounds } from '../../../../core/money.ts';
import { FigureTiles } from '../../../../platform/components/figure-tiles.tsx';
import { NotConfirmed } from '../../../../platform/settings/not-confirmed.tsx';
import { settingsPaths } from '../../../../platform/settings/paths.ts';
import { paths } from '../../../paths.ts';
import { providerDefinition } from '../../definitions.ts';
import { perCent } from '../../per-cent.ts';
import { mainGroup } from '../../provider-row.ts';
import { averageOfOthers, riseForSame, riseOfOthers } from '../../rise.ts';
import type { ShownProvider } from './shown-provider.ts';

function othersNote(average: Pence | undefined): string {
  if (average === undefined) return 'nobody else is in its largest group';
  return `others in its largest group ${wholePounds(average)}`;
}

/** The three figures with which a negotiation begins. */
export function Headlines({ found, inflation }: ShownProvider): VNode {
  const { key, provider } = found;
  if (provider === undefined) {
    return <p class="govuk-body">It charged for no night of the last twelve months.</p>;
  }
  const { all, byGroup, whole } = provider;
  const { averageWeekly, same } = all;
  const main = mainGroup(provider);
  const ofOthers = averageOfOthers(main, byGroup, whole);
  return (
    <>
      <FigureTiles
        tiles={[
          {
            label: 'Average weekly price',
            value: averageWeekly === undefined ? '–' : wholePounds(averageWeekly),
            definition: providerDefinition('price'),
            note: othersNote(ofOthers),
          },
          {
            label: 'Rise in a year, same children',
            value: perCent(riseForSame(all)),
            definition: providerDefinition('rise'),
            rows: paths.priceChanges({ provider: key }),
            note: `${counted(same.children, 'child', 'children')}; others ${perCent(riseOfOthers(byGroup, whole))}; inflation ${perCent(inflation.value)}`,
          },
          {
            label: 'Spend in twelve months',
            value: wholePounds(all.cost.pence),
            definition: providerDefinition('cost'),
            note: `${counted(all.nights, 'night')} of ${counted(all.childrenInYear, 'child', 'children')}; ${counted(all.now.children, 'child', 'children')} now`,
          },
        ]}
      />
      {!inflation.confirmed && (
        <p class="govuk-body">
          Inflation is that of the council’s setting.
          <NotConfirmed
            href={settingsPaths.of(inflation.setting)}
            confirmed={inflation.confirmed}
            what="inflation"
          />
        </p>
      )}
    </>
  );
}
