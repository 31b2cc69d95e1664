import type { VNode } from 'preact';
import { HIDDEN, type Hidden } from '../../../core/disclosure.ts';
import { type Pence, penceOf, wholePounds } from '../../../core/money.ts';
import { FigureTiles } from '../../../platform/components/figure-tiles.tsx';
import { Money, SuppressedFigure } from '../../../platform/components/values.tsx';
import { paths } from '../../paths.ts';
import { listDefinition } from '../list-definitions.ts';
import type { ShownBudgetLine, ShownBudgetTotals } from '../publish-budgets.ts';

/** The columns of a budget line that are sums of money. */
const BUDGET_SUMS = [
  'toDate',
  'costToDate',
  'disputed',
  'varianceToDate',
  'annual',
  'outturn',
  'variance',
] as const;

function overOrUnder(variance: Pence | Hidden): string | undefined {
  if (variance === HIDDEN) return undefined;
  if (variance === 0) return 'on budget';
  return `${wholePounds(penceOf(Math.abs(variance)))} ${variance > 0 ? 'over' : 'under'}`;
}

/** A sum in whole pounds, or the mark of one withheld. */
export function Whole({ amount }: { readonly amount: Pence | Hidden }): VNode {
  return amount === HIDDEN ? <SuppressedFigure /> : <Money amount={amount} whole={true} />;
}

function ofWhichDisputed(disputed: Pence | Hidden): string | undefined {
  return disputed === HIDDEN || disputed === 0
    ? undefined
    : `of which disputed ${wholePounds(disputed)}`;
}

function noteOf(variance: Pence | Hidden, more?: string): { readonly note?: string } {
  const notes = [overOrUnder(variance), more].filter((note) => note !== undefined);
  return notes.length === 0 ? {} : { note: notes.join(', ') };
}

/** What all lines come to, whatever the search. */
export function BudgetTiles({ totals }: { readonly totals: ShownBudgetTotals }): VNode {
  return (
    <FigureTiles
      tiles={[
        {
          label: 'Budget to date',
          value: wholePounds(totals.toDate),
          definition: paths.definition('spend.budgetToDatePence'),
        },
        {
          label: 'Cost to date',
          value: <Whole amount={totals.costToDate} />,
          definition: paths.definition('spend.yearToDatePence'),
          ...noteOf(totals.varianceToDate, ofWhichDisputed(totals.disputed)),
        },
        {
          label: 'Budget for the year',
          value: wholePounds(totals.annual),
          definition: listDefinition('annualBudget'),
        },
        {
          label: 'Projected outturn',
          value: <Whole amount={totals.outturn} />,
          definition: paths.definition('spend.projectedOutturnPence'),
          ...noteOf(totals.variance),
        },
      ]}
    />
  );
}

/** What some of the lines come to; withheld where one of them is. */
export function budgetSums(rows: readonly ShownBudgetLine[]): ShownBudgetTotals {
  const budget = (key: 'toDate' | 'annual') => penceOf(rows.reduce((so, row) => so + row[key], 0));
  const cost = (
    key: Exclude<(typeof BUDGET_SUMS)[number], 'toDate' | 'annual'>,
  ): Pence | Hidden => {
    const amounts = rows.map((row) => row[key]);
    return amounts.includes(HIDDEN)
      ? HIDDEN
      : penceOf(amounts.reduce<number>((so, amount) => so + Number(amount), 0));
  };
  return {
    annual: budget('annual'),
    toDate: budget('toDate'),
    costToDate: cost('costToDate'),
    disputed: cost('disputed'),
    varianceToDate: cost('varianceToDate'),
    outturn: cost('outturn'),
    variance: cost('variance'),
  };
}

/** The sums of a row in whole pounds, so that a page has room for all of them; the file has the pence. */
export function wholeSums(row: ShownBudgetTotals): Readonly<Record<string, VNode>> {
  return Object.fromEntries(BUDGET_SUMS.map((key) => [key, <Whole amount={row[key]} />]));
}
