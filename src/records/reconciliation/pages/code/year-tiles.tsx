import type { VNode } from 'preact';
import { penceOf, wholePounds } from '../../../../core/money.ts';
import { FigureTiles } from '../../../../platform/components/figure-tiles.tsx';
import { reconciledDefinition } from '../../definitions.ts';
import type { ReconciledCode } from '../../reconcile.ts';

/** What a code comes to in the year. */
export function YearTiles({ year }: ReconciledCode): VNode {
  const over = (pence: number) =>
    pence === 0
      ? 'on budget'
      : `${wholePounds(penceOf(Math.abs(pence)))} ${pence > 0 ? 'over' : 'under'}`;
  return (
    <FigureTiles
      tiles={[
        {
          label: 'Budget to date',
          value: wholePounds(year.budgetToDate),
          definition: reconciledDefinition('budget'),
        },
        {
          label: 'Paid and accrued',
          value: wholePounds(penceOf(year.paid + year.accrued)),
          definition: reconciledDefinition('accrued'),
          note: over(year.againstBudget),
        },
        {
          label: 'Difference',
          value: wholePounds(year.difference),
          definition: reconciledDefinition('difference'),
          note: 'paid more or less than due',
        },
        {
          label: 'Budget for the year',
          value: wholePounds(year.budget),
          definition: reconciledDefinition('budget'),
        },
        {
          label: 'Expected',
          value: wholePounds(year.expected),
          definition: reconciledDefinition('expected'),
          note: over(year.variance),
        },
      ]}
    />
  );
}
