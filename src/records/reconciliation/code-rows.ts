import { type Pence, penceOf } from '../../core/money.ts';
import type { Reconciled, ReconciledCode } from './reconcile.ts';

/** The sums of money of a code's row. */
export const SUMS = {
  budgetToDate: true,
  paid: true,
  accrued: true,
  difference: true,
  budget: true,
  committed: true,
  expected: true,
  variance: true,
} as const satisfies Partial<Readonly<Record<keyof Reconciled, true>>>;

type Sum = keyof typeof SUMS;
const SUM_NAMES = Object.keys(SUMS) as Sum[];

/** A code as a list shows it: what its twelve months come to. */
export type CodeRow = Readonly<Record<Sum, Pence>> & {
  readonly costCentre: string | null;
  readonly subjective: string | null;
  readonly description: string | null;
};

/** How a code can stand. */
export const CODE_STATES = ['overspent', 'difference', 'no-budget', 'not-paid'] as const;
export type CodeState = (typeof CODE_STATES)[number];

/** Said in place of a description where a code has no budget. */
const NO_BUDGET = 'No budget';

/** Single payments are each rounded: a code's difference of less than so many pence is none. */
const MATCHED_WITHIN = 10_000;

/** Whether the code stands so. */
export function isInState(row: CodeRow, state: CodeState): boolean {
  switch (state) {
    case 'overspent':
      return row.variance > 0;
    case 'difference':
      return Math.abs(row.difference) >= MATCHED_WITHIN;
    case 'no-budget':
      return row.description === NO_BUDGET;
    case 'not-paid':
      return row.committed !== 0 && row.paid === 0;
  }
}

/** The codes as rows. */
export function codeRows(codes: readonly ReconciledCode[]): readonly CodeRow[] {
  return codes.map(({ costCentre, subjective, description, hasBudget, year }) => ({
    ...{ costCentre, subjective, description: hasBudget ? description : NO_BUDGET },
    ...(Object.fromEntries(SUM_NAMES.map((key) => [key, year[key]])) as Record<Sum, Pence>),
  }));
}

/** What some codes come to. */
export function sumsOfCodes(rows: readonly CodeRow[]): Readonly<Record<Sum, Pence>> {
  return Object.fromEntries(
    SUM_NAMES.map((key) => [key, penceOf(rows.reduce((so, row) => so + row[key], 0))]),
  ) as Record<Sum, Pence>;
}
