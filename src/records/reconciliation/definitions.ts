import type { DefinitionSection } from '../../platform/definitions/definitions.ts';
import { paths } from '../paths.ts';

const COSTS = 'Placement cost elements';
const RUNS = 'Placement cost elements, and the dates of payments by supplier and element';

/** What the columns of the reconciliation mean, for one code and one month of nights. */
export const RECONCILIATION_DEFINITIONS = {
  budget: [
    'Budget of a month',
    'The month’s amount of the budget’s profile; to date, of the month under way the share of its nights that have passed.',
    'Budgets by cost centre and subjective',
  ],
  committed: [
    'Committed cost of a month',
    'What cost elements with the code cost on the nights of the calendar month as recorded now, nights to come too, whoever pays, those of short breaks included: nights × weekly rate ÷ 7, rounded once for each code and month.',
    COSTS,
  ],
  paid: [
    'Paid for a month',
    'Actual payments with the code for the nights of the month, gross, whenever they were made. A payment over a month’s edge counts by what its nights on either side cost, by their number where one of them costs nothing. One that another payment corrects counts no more.',
    'Payments',
  ],
  accrued: [
    'Accrued for a month',
    'The cost of nights that have passed and that no run has paid yet, and what finance itself has accrued in lines of payments. A night waits while its supplier’s next run is not overdue by more than the usual gap between runs.',
    RUNS,
  ],
  toCome: [
    'To come in a month',
    'The recorded cost of nights that have not passed and that no run has paid.',
    RUNS,
  ],
  difference: [
    'Difference of a month',
    'Paid and accrued, less what the nights that have passed or been paid cost: above nought, more was paid than the packages cost; below, less than a run should have paid.',
    'Payments and placement cost elements',
  ],
  expected: [
    'Expected for a month',
    'Paid, accrued and to come, which is committed cost and difference together. Nothing that is not recorded is guessed: the projected outturn goes on from there, with known ends and pace.',
    'Payments and placement cost elements',
  ],
  variance: [
    'Expected variance of a code',
    'Expected less budget: above nought, an overspend is to be expected.',
    'Budgets, payments and placement cost elements',
  ],
  paidInRuns: [
    'Paid by the runs of a month',
    'Actual payments with the code that runs of the month made, whichever nights they are for; one that another corrects counts no more. It is what the general ledger has in that month.',
    'Payments',
  ],
} as const satisfies Readonly<
  Record<string, readonly [name: string, definition: string, source: string]>
>;

/** The columns by name. */
export type ReconciledFigure = keyof typeof RECONCILIATION_DEFINITIONS;

function anchorOf(figure: string): string {
  return `reconciliation-${figure.toLowerCase()}`;
}

/** The address of a column's definition. */
export function reconciledDefinition(figure: ReconciledFigure): string {
  return `${paths.definitions}#${anchorOf(figure)}`;
}

/** The section of the page of definitions. */
export const RECONCILIATION_SECTION: DefinitionSection = {
  heading: 'Reconciliation',
  entries: Object.entries(RECONCILIATION_DEFINITIONS).map(
    ([figure, [name, definition, source]]) => ({
      ...{ anchor: anchorOf(figure), name, definition, source },
      unit: 'pounds',
    }),
  ),
};
