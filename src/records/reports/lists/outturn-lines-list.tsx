import { financialYearOf } from '../../../core/financial-year.ts';
import { penceOf } from '../../../core/money.ts';
import { dateInWords } from '../../../core/plain-date.ts';
import { computedRows, type OfComputed } from '../../../platform/lists/computed-rows.ts';
import { textFilter } from '../../../platform/lists/filters.tsx';
import { paths } from '../../paths.ts';
import { LIST_DEFINITIONS } from '../list-definitions.ts';
import { OUTTURN_DEFINITIONS, type OutturnFigure } from '../outturn-definitions.ts';
import {
  loadOutturnOfWeek,
  type OutturnOfWeek,
  type OutturnRow,
  type OutturnSumsShown,
} from '../outturn-of-week.ts';
import { Whole } from './budget-sums.tsx';
import { Counted, Lead, listOfAWeek, WEEK } from './list-of-a-week.tsx';

const SUMS = [
  'annual',
  'costToDate',
  'disputed',
  'paid',
  'accrued',
  'unpaid',
  'committed',
  'disputedLater',
  'knownEnds',
  'pace',
  'outturn',
  'variance',
] as const satisfies readonly (keyof OutturnSumsShown)[];

function sumOf(rows: readonly OutturnRow[]) {
  return Object.fromEntries(
    SUMS.map((key) => [key, penceOf(rows.reduce((so, row) => so + row[key], 0))]),
  );
}

function isSearched(row: OutturnRow, search: string | undefined): boolean {
  const sought = search?.toLowerCase();
  if (sought === undefined) return true;
  return [row.costCentre, row.subjective, row.description].some((value) =>
    value?.toLowerCase().includes(sought),
  );
}

/** A sum in whole pounds, so that a page has room for all of them; the file has the pence. */
function sum(key: (typeof SUMS)[number], heading: string, about: string) {
  return {
    ...{ key, heading, about, type: 'money' as const, summed: true as const },
    cell: (row: OutturnRow) => <Whole amount={row[key]} />,
  };
}

const about = (figure: OutturnFigure) => OUTTURN_DEFINITIONS[figure].definition;

const FILTERS = {
  'week-ending': WEEK,
  search: textFilter({ label: 'Code or description', called: 'Code or description' }),
};

interface FoundLines extends OfComputed<OutturnRow> {
  readonly outturn: OutturnOfWeek;
}

/** The outturn of every budget line: what is committed, paid, accrued and projected, and what lies between. */
export const outturnLinesList = listOfAWeek<'see children', typeof FILTERS, FoundLines>(
  'outturn-lines',
  {
    title: 'Outturn by budget line',
    permission: 'see children',
    filters: FILTERS,
    async load(request, asked): Promise<FoundLines> {
      const { 'week-ending': week, search } = asked.values;
      const outturn = await request.read(loadOutturnOfWeek(week, request.today));
      const rows = outturn.lines.filter((row) => isSearched(row, search));
      return computedRows(asked, rows, { outturn });
    },
    columns: [
      { key: 'costCentre', heading: 'Cost centre', type: 'text' },
      { key: 'subjective', heading: 'Subjective', type: 'text' },
      { key: 'description', heading: 'Description', type: 'text' },
      sum('annual', 'Budget for the year', LIST_DEFINITIONS.annualBudget.definition),
      sum('costToDate', 'Cost to date', about('toDate')),
      sum('disputed', 'Of which disputed', about('disputedToDate')),
      sum('paid', 'Paid', about('paidOfYear')),
      sum('accrued', 'Accrued', about('accrued')),
      sum('unpaid', 'Due, not paid', about('unpaid')),
      sum('committed', 'Committed to 31 March', about('committedOfYear')),
      sum('disputedLater', 'Less disputed', about('disputed')),
      sum('knownEnds', 'Less known ends', `${about('eighteen')} ${about('placement')}`),
      sum('pace', 'Pace', about('pace')),
      sum('outturn', 'Projected', about('projected')),
      sum('variance', 'Variance', LIST_DEFINITIONS.variance.definition),
    ],
    // The most overspent first.
    first: { key: 'variance', order: 'descending' },
    counted: (total) => <Counted total={total} one="line" />,
    empty: 'No budget and no cost is recorded for this year.',
    noMatch: 'No budget and no cost is recorded for this year as the search asks.',
    lead: (_request, shown) => {
      if (shown === undefined) return null;
      const { countsTo } = shown.values['week-ending'];
      return (
        <Lead>
          Every cost centre and subjective of {financialYearOf(countsTo).label}, as recorded now,
          its nights counted to {dateInWords(countsTo)}. Paid, accrued and due but not paid come to
          the cost to date; committed less what is disputed and known to end, with the pace, comes
          to what is projected.
        </Lead>
      );
    },
    sums: ({ loaded: { matching } }) => ({
      ...Object.fromEntries(
        Object.entries(sumOf(matching)).map(([key, amount]) => [
          key,
          <Whole key={key} amount={amount} />,
        ]),
      ),
      costCentre: 'All rows',
    }),
    below: ({ values }) => (
      <p class="govuk-body wellplaced-no-print">
        <a
          class="govuk-link govuk-link--no-visited-state"
          href={paths.outturn(values['week-ending'].weekEnding)}
        >
          Back to the outturn
        </a>
      </p>
    ),
  },
);
