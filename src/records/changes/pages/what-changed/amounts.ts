import type { ChangeSum } from '../../change-sums.ts';

type Amount = 'penceBefore' | 'penceAfter' | 'nightsBefore' | 'nightsAfter';

/** What sums come to of one amount. */
export function sumOf(sums: readonly ChangeSum[], amount: Amount): number {
  return sums.reduce((all, sum) => all + sum[amount], 0);
}

/** What each of the tables with money adds up, as its tile is called; rates are those of one night. */
export const AMOUNTS = [
  ['cost_element', 'Weekly rates'],
  ['payment', 'Payments, gross'],
  ['budget', 'Budgets of the year'],
  ['ledger_line', 'General ledger'],
] as const;
