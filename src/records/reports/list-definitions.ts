import { paths } from '../paths.ts';

/** What a figure of the lists behind the report means. */
export interface ListDefinition {
  readonly name: string;
  readonly definition: string;
  readonly unit: 'pounds';
  readonly source: string;
}

const COSTS = 'Placement cost elements, by nights × weekly rate ÷ 7, rounded once';
const PAYMENTS = 'Payments';
const BUDGETS = 'Budgets by cost centre and subjective';

function pounds(name: string, definition: string, source: string): ListDefinition {
  return { name, definition, unit: 'pounds', source };
}

/** The figures of the pages of payments and budgets that the report itself does not hold. */
export const LIST_DEFINITIONS = {
  committed: pounds(
    'Committed cost',
    'What a child’s packages cost on the nights from 1 April to the end of the week (while it is not over, to today’s), whoever pays, those of short breaks included.',
    COSTS,
  ),
  due: pounds(
    'Due to be paid',
    'The committed cost of the nights that should have been paid by today. They run to the last night that the newest run of the supplier for that element has paid; to the night to which the runs that were due would have paid, once the next run is late by more than the usual gap between runs; and further where the child’s own payments reach further. A supplier with too few runs is looked at by its other elements, else by the runs by which most is paid.',
    'Placement cost elements, and the dates of payments by supplier and element',
  ),
  awaiting: pounds(
    'Awaiting payment',
    'Committed cost less what is due: nights that a run still to come pays.',
    'Placement cost elements, and the dates of payments by supplier and element',
  ),
  paid: pounds(
    'Paid',
    'Gross payments and accruals for nights from 1 April to the end of the week (while it is not over, to today). A payment that spans an edge of that time counts by what its nights inside it cost, of what all its nights cost; by their number where one of them has no cost. One that another payment corrects counts no more.',
    PAYMENTS,
  ),
  accruals: pounds(
    'Accruals',
    'The part of what is paid that finance has accrued and no later payment has replaced.',
    PAYMENTS,
  ),
  commitments: pounds(
    'Commitment lines',
    'Lines of the payments file that are commitments only. They are in no other figure of the list.',
    PAYMENTS,
  ),
  difference: pounds(
    'Difference',
    'Paid less due: above nought more was paid than the nights that are due cost. Less than the council’s setting “Payments matched within” either way counts as matched, because single payments are each rounded.',
    'Payments and placement cost elements',
  ),
  annualBudget: pounds('Budget for the year', 'The budget of the whole financial year.', BUDGETS),
  costToDate: pounds(
    'Cost to date of a budget line',
    'What elements with the line’s cost centre and subjective cost from 1 April to the end of the week (while it is not over, to today), whoever pays, short breaks left out.',
    COSTS,
  ),
  outturn: pounds(
    'Projected outturn of a budget line',
    'The projected outturn of the report, of elements with the line’s cost centre and subjective: what is recorded, less known ends and what is in dispute after the last night, and the line’s share of how costs began and ended in the weeks before.',
    COSTS,
  ),
  weeklyOnLastNight: pounds(
    'Weekly cost on the last night',
    'What all packages cost a week on the last night of the week (while it is not over, on today’s), whoever pays, short breaks left out. Its change from the week before is what the rows of “Since last week” come to.',
    'Placement cost elements',
  ),
  toEnd: pounds(
    'Difference to the end',
    'The difference of a child’s weekly cost between the night before the week and its last × the nights from the last day on which something changed ÷ 7: to the end that the costs hold for the placement’s own element where each of those that run on has one, else to 31 March. A package that ended is counted to 31 March, for until when it would have run is not held.',
    COSTS,
  ),
  disputed: pounds(
    'Disputed cost of a budget line',
    'What of the cost to date is for nights after the child’s placement had ended, or of a placement of which no episode is recorded. In the version for others it is shown of all lines together alone.',
    'Placement cost elements and episodes',
  ),
  variance: pounds(
    'Projected variance',
    'Projected outturn less the budget for the year: above nought the line is projected to be overspent.',
    'Budgets and placement cost elements',
  ),
} as const satisfies Readonly<Record<string, ListDefinition>>;

/** The figures of the lists by name. */
export type ListFigure = keyof typeof LIST_DEFINITIONS;

/** Where on the definitions page such a figure's definition stands. */
export function listAnchor(figure: ListFigure): string {
  return `list-${figure.toLowerCase()}`;
}

/** The address of the definition. */
export function listDefinition(figure: ListFigure): string {
  return `${paths.definitions}#${listAnchor(figure)}`;
}
