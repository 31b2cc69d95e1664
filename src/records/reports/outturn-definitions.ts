import type { ToldOf } from '../outturn/outturn.ts';
import { paths } from '../paths.ts';
import type { ListDefinition } from './list-definitions.ts';

const COSTS = 'Placement cost elements, by nights × weekly rate ÷ 7';
const CARE = 'Placement cost elements, episodes and dates of birth';
const PAYMENTS = 'Payments, and the dates of payments by supplier and element';

function pounds(name: string, definition: string, source = COSTS): ListDefinition {
  return { name, definition, unit: 'pounds', source };
}

/** The figures of the outturn that are told cost by cost: each step, what is in dispute, what tells the pace. */
const TOLD: Readonly<Record<ToldOf, ListDefinition>> = {
  toDate: pounds(
    'Cost to date',
    'What packages cost on the nights from 1 April to the last night that is counted, whoever pays, short breaks left out.',
  ),
  disputedToDate: pounds(
    'Of the cost to date, disputed',
    'What of it is for nights after the child’s placement had ended, or of a placement of which no episode is recorded. It is in the cost to date and so in the projection.',
    CARE,
  ),
  running: pounds(
    'What runs today, to 31 March',
    'The costs that hold the last night that is counted, at their rate of that night, for every night from the next to 31 March.',
  ),
  ended: pounds(
    'Recorded ends',
    'Of what runs today, the nights from each cost’s own recorded end on, where no other rate of the same charge follows.',
  ),
  begins: pounds(
    'Recorded beginnings',
    'Costs that are recorded to begin after the last night, to their end or to 31 March, where they follow no other rate of the same charge.',
  ),
  price: pounds(
    'Recorded changes of price',
    'Where one rate follows another of the same charge without a gap: the later rate less the earlier from that night to 31 March.',
  ),
  disputed: pounds(
    'Disputed after the last night',
    'What is recorded for the nights to come of costs whose placement has ended or is not recorded. It is not projected.',
    CARE,
  ),
  eighteen: pounds(
    'Eighteenth birthdays',
    'What is recorded from the eighteenth birthday on for costs that end with the night before it. A cost states otherwise where it begins on the birthday or later, or has an end after it; an end on 31 March or 1 April is one of prices and states nothing.',
    CARE,
  ),
  placement: pounds(
    'Placements recorded to end',
    'What is recorded from the end of a placement on that ends after the last night, for costs that have no such end themselves.',
    CARE,
  ),
  arrived: pounds(
    'Began in the weeks of the pace',
    'By the week: costs that began on a night of those weeks and follow no other rate of the same charge. What is in dispute is left out.',
  ),
  left: pounds(
    'Ended in the weeks of the pace',
    'By the week: costs that ended on a night of those weeks and are followed by no other rate of the same charge. Ends with the eighteenth birthday or later are left out, for they are known beforehand.',
    CARE,
  ),
};

/** Every figure of the page of the outturn. */
export const OUTTURN_DEFINITIONS = {
  ...TOLD,
  committedOfYear: pounds(
    'Committed to 31 March',
    'What is recorded for the whole financial year: costs without an end run to 31 March, whatever else is known. The projected outturn was this before known ends and the pace were counted.',
  ),
  pace: pounds(
    'Pace',
    'What begins less what ends and is not yet known: each night to come the weekly cost of all lines has grown by a further share of what began, and shrunk by one of what ended, in the weeks before (a setting, 13 weeks; 0 for none). So it goes on for as many weeks as it is told from, and then stays. Costs that are recorded to begin or end on nights to come already count towards it, and no night costs less than nothing. It falls on each budget line by its share of what is projected for the nights to come.',
    CARE,
  ),
  projected: pounds(
    'Projected for the year',
    'The projected outturn: the cost to date, what is recorded for the nights to come less what is in dispute and known ends, and the pace.',
    CARE,
  ),
  paidOfYear: pounds(
    'Paid to date',
    'Gross payments and accruals for nights from 1 April to the last night that is counted, by the codes of the payments. Payments tell no short breaks apart.',
    PAYMENTS,
  ),
  accrued: pounds(
    'Accrued to date',
    'The cost of nights that have been and that a run still to come of their supplier pays, as on the list of payments, short breaks left out.',
    PAYMENTS,
  ),
  unpaid: pounds(
    'Due and not paid',
    'Cost to date less what is paid and accrued. Below nought more is paid than the nights that are due cost.',
    PAYMENTS,
  ),
} as const satisfies Readonly<Record<string, ListDefinition>>;

export type OutturnFigure = keyof typeof OUTTURN_DEFINITIONS;

/** Where on the definitions page such a figure's definition stands. */
export function outturnAnchor(figure: OutturnFigure): string {
  return `outturn-${figure.toLowerCase()}`;
}

/** The address of the definition. */
export function outturnDefinition(figure: OutturnFigure): string {
  return `${paths.definitions}#${outturnAnchor(figure)}`;
}
