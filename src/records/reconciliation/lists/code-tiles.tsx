import type { VNode } from 'preact';
import { penceOf, wholePounds } from '../../../core/money.ts';
import { FigureTiles } from '../../../platform/components/figure-tiles.tsx';
import { type CodeRow, sumsOfCodes } from '../code-rows.ts';
import { reconciledDefinition } from '../definitions.ts';

/** What the codes of a list come to. */
export function CodeTiles({ rows }: { readonly rows: readonly CodeRow[] }): VNode {
  const sums = sumsOfCodes(rows);
  const { variance } = sums;
  const over = `${wholePounds(penceOf(Math.abs(variance)))} ${variance > 0 ? 'over' : 'under'}`;
  return (
    <FigureTiles
      tiles={[
        {
          label: 'Budget to date',
          value: wholePounds(sums.budgetToDate),
          definition: reconciledDefinition('budget'),
        },
        {
          label: 'Paid',
          value: wholePounds(sums.paid),
          definition: reconciledDefinition('paid'),
          note: 'for nights of the year',
        },
        {
          label: 'Accrued',
          value: wholePounds(sums.accrued),
          definition: reconciledDefinition('accrued'),
          note: 'nights passed and not paid, and finance’s accruals',
        },
        {
          label: 'Difference',
          value: wholePounds(sums.difference),
          definition: reconciledDefinition('difference'),
          note: 'paid more or less than due',
        },
        {
          label: 'Expected',
          value: wholePounds(sums.expected),
          definition: reconciledDefinition('expected'),
          note: variance === 0 ? 'on budget' : over,
        },
      ]}
    />
  );
}
