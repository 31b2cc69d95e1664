import { HIDDEN, type Hidden, isSmall } from '../../core/disclosure.ts';
import type { Pence } from '../../core/money.ts';
import type { BudgetLine, BudgetLines, BudgetTotals, ChildrenOfLine } from './budget-lines.ts';

type Costing = 'costToDate' | 'disputed' | 'varianceToDate' | 'outturn' | 'variance';

/** A budget line for others: what may be spent, and what was where it tells of enough children. */
export type ShownBudgetLine = Omit<BudgetLine, Costing> & Record<Costing, Pence | Hidden>;
export type ShownBudgetTotals = Omit<BudgetTotals, Costing> & Record<Costing, Pence | Hidden>;

/** The lines as a reader gets them. */
export interface ShownBudgets {
  readonly lines: readonly ShownBudgetLine[];
  readonly totals: ShownBudgetTotals;
}

const WITHHELD = {
  costToDate: HIDDEN,
  disputed: HIDDEN,
  varianceToDate: HIDDEN,
  outturn: HIDDEN,
  variance: HIDDEN,
} as const;

const KEYS = ['toDate', 'later', 'pace', 'wholeYear'] as const;

/** What of the lines is looked at: their sums and the children behind them. */
export type OfLines = Pick<BudgetLines, 'lines' | 'totals' | 'children'>;

/** Whether what is paid to date, after that, at its pace or in the year is that of too few children. */
function tooFew(of: readonly ChildrenOfLine[], threshold: number): boolean {
  return KEYS.some((key) => isSmall(new Set(of.flatMap((line) => [...line[key]])).size, threshold));
}

/**
 * The budget lines for others: the cost of each line withheld that is that of too few children, as
 * many more as keep the total from giving one away, and the total when no more lines are left.
 */
export function publishedBudgets(
  { lines, totals, children }: OfLines,
  threshold: number,
): ShownBudgets {
  const rows = lines.map((line, at) => ({
    line,
    children: children[at] as ChildrenOfLine,
    costs: line.outturn !== 0 || line.costToDate !== 0,
  }));
  const withheld = new Set(
    rows.filter((row) => tooFew([row.children], threshold)).map(({ line }) => line),
  );
  const others = rows
    .filter(({ line, costs }) => costs && !withheld.has(line))
    .sort((one, other) => Math.abs(one.line.outturn) - Math.abs(other.line.outturn));
  const givesAway = () => {
    const hidden = rows.filter(({ line }) => withheld.has(line));
    if (hidden.length === 0) return false;
    if (hidden.filter(({ costs }) => costs).length < 2) return true;
    const behind = hidden.map((row) => row.children);
    return tooFew(behind, threshold);
  };
  let total = false;
  while (!total && givesAway()) {
    const next = others.shift();
    if (next === undefined) total = true;
    else withheld.add(next.line);
  }
  return {
    lines: lines.map((line) => ({
      ...line,
      // What is in dispute stands in the report alone, which knows what it was the week before.
      ...(withheld.has(line) ? WITHHELD : { disputed: HIDDEN }),
    })),
    totals: { ...totals, ...(total ? WITHHELD : { disputed: HIDDEN }) },
  };
}
