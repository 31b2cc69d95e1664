import type { VNode } from 'preact';
import { inFigures } from '../../../../core/english.ts';
import { type Pence, penceOf, poundsAndPence } from '../../../../core/money.ts';
import { Table } from '../../../../platform/components/table.tsx';
import type { Sensitivity } from '../../../outturn/sensitivity.ts';
import type { OutturnOfWeek } from '../../outturn-of-week.ts';

const WORDS: Readonly<Record<Sensitivity['kind'], string>> = {
  'child-week': 'One child a week longer or shorter, at the average price',
  'child-to-year-end': 'One child more or fewer from tomorrow to 31 March, at the average price',
  price: 'Prices 1 per cent higher or lower on every night to come',
  'pace-more': 'The pace a quarter faster',
  'pace-less': 'The pace a quarter slower',
  eighteen: 'Everybody stays past the eighteenth birthday, at today’s price',
  placement: 'No placement ends that is recorded to end',
  'disputed-runs-on': 'Costs in dispute run on to their end or to 31 March',
  'disputed-not-owed': 'What is in dispute so far is not owed',
};

/** What acts either way alike. */
const EITHER_WAY: ReadonlySet<Sensitivity['kind']> = new Set([
  'child-week',
  'child-to-year-end',
  'price',
]);

/** What an addition is with its sign, or with both. */
function signed({ kind, pence }: Sensitivity): string {
  if (pence === 0) return poundsAndPence(pence);
  if (EITHER_WAY.has(kind)) return `± ${poundsAndPence(penceOf(Math.abs(pence)))}`;
  return pence > 0 ? `+${poundsAndPence(pence)}` : poundsAndPence(pence);
}

/** What the projection would be more or less, if one thing were otherwise. */
export function SensitivityTable({ outturn }: { readonly outturn: OutturnOfWeek }): VNode {
  const { average, sensitivities } = outturn;
  const perWeek = sensitivities.find(({ kind }) => kind === 'child-week')?.pence;
  return (
    <section>
      <h2 class="govuk-heading-m">What would change it</h2>
      {average.children > 0 && perWeek !== undefined && (
        <p class="govuk-body">
          The average price is that of the {inFigures(average.children)} with a cost on the last
          night, what is in dispute left out: {poundsAndPence(perWeek)} a week.
        </p>
      )}
      <Table
        caption="Sensitivity of the projection"
        columns={[
          { key: 'what', heading: 'If', type: 'text', sentences: true },
          { key: 'change', heading: 'The projection changes by', type: 'money' },
          { key: 'to', heading: 'To', type: 'money' },
        ]}
        rowHeader="what"
        rows={sensitivities.map((each) => ({
          cells: {
            what: WORDS[each.kind],
            change: <span class="wellplaced-money">{signed(each)}</span>,
            to: EITHER_WAY.has(each.kind)
              ? null
              : changedTo(outturn.bridge.projectedPence, each.pence),
          },
        }))}
        empty="Nothing is projected."
      />
    </section>
  );
}

function changedTo(projected: Pence, by: Pence): Pence {
  return penceOf(projected + by);
}
