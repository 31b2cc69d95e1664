import { type Pence, penceOf } from '../../../core/money.ts';
import { roundedDivision } from '../../../core/nights.ts';
import { dateInWords, dateOfDayNumber, type PlainDate } from '../../../core/plain-date.ts';
import { computedRows, type OfComputed } from '../../../platform/lists/computed-rows.ts';
import { choiceFilter, textFilter } from '../../../platform/lists/filters.tsx';
import { STEPS } from '../../outturn/cost-steps.ts';
import type { CostTold, ToldOf } from '../../outturn/outturn.ts';
import { paths } from '../../paths.ts';
import { OUTTURN_DEFINITIONS } from '../outturn-definitions.ts';
import { loadOutturnCosts } from '../outturn-of-week.ts';
import { inWords } from '../value-in-words.ts';
import { CHILD_SEARCH, childColumns, isSearched, namesChildren } from './child-cells.tsx';
import { Counted, Lead, listOfAWeek, WEEK } from './list-of-a-week.tsx';

/** One cost's part of one figure of the outturn. */
export type OutturnCost = {
  readonly childId: string;
  readonly package: string;
  readonly figure: ToldOf;
  readonly date: PlainDate;
  readonly element: string;
  readonly funder: string;
  readonly provider: string | null;
  readonly costCentre: string | null;
  readonly subjective: string | null;
  readonly weeklyRate: Pence;
  /** Null for what tells the pace, which is by the week. */
  readonly nights: number | null;
  readonly amount: Pence | null;
};

/** The figures that are told cost by cost, in the order of the page. */
const TOLD_FIGURES = [...STEPS, 'disputedToDate', 'arrived', 'left'] as const;

function rowOf(told: CostTold, name: string): OutturnCost {
  const { childId, element, kind, from, nights } = told;
  const byWeek = kind === 'arrived' || kind === 'left';
  return {
    childId,
    package: name,
    figure: kind,
    date: dateOfDayNumber(from),
    element: inWords(element.element),
    funder: inWords(element.funder),
    provider: element.provider ?? null,
    costCentre: element.costCentre ?? null,
    subjective: element.subjective ?? null,
    weeklyRate: element.weeklyRate,
    nights: byWeek ? null : nights,
    amount: byWeek ? null : roundedDivision(nights * element.weeklyRate, 7),
  };
}

const words = (figure: string) => OUTTURN_DEFINITIONS[figure as ToldOf].name;

interface FoundCosts extends OfComputed<OutturnCost> {
  readonly children: number;
}

function isOfCode(row: OutturnCost, code: string | undefined): boolean {
  if (code === undefined) return true;
  return row.costCentre === code || row.subjective === code;
}

function sumsOf(rows: readonly OutturnCost[]) {
  const sum = (key: 'weeklyRate' | 'amount') =>
    penceOf(rows.reduce((so, row) => so + (row[key] ?? 0), 0));
  const figures = new Set(rows.map(({ figure }) => figure));
  // Different figures add up to nothing that means anything.
  if (figures.size !== 1) return {};
  const [figure] = figures;
  const byWeek = figure === 'arrived' || figure === 'left';
  return byWeek ? { weeklyRate: sum('weeklyRate') } : { amount: sum('amount') };
}

/** Every cost behind a figure of the outturn, child by child. */
export const outturnCostsList = listOfAWeek('outturn-costs', {
  title: 'Costs behind the outturn',
  titled: ({ figure }) =>
    figure === undefined ? 'Costs behind the outturn' : `Outturn: ${words(figure).toLowerCase()}`,
  permission: 'see children',
  filters: {
    'week-ending': WEEK,
    figure: choiceFilter({
      label: 'Figure',
      any: 'All',
      choices: TOLD_FIGURES.map((value) => ({ value, text: words(value) })),
      problem: 'Choose a figure from the list',
    }),
    code: textFilter({ label: 'Cost centre or subjective', called: 'Cost centre or subjective' }),
    search: CHILD_SEARCH,
  },
  async load(request, asked): Promise<FoundCosts> {
    const { 'week-ending': week, figure, code, search } = asked.values;
    const { told, pseudonym } = await request.read(loadOutturnCosts(week));
    const rows = told
      .filter(({ kind }) => figure === undefined || kind === figure)
      .map((each) => rowOf(each, pseudonym(each.childId)))
      .filter((row) => isOfCode(row, code) && isSearched(request.person.roles, search, row));
    const children = new Set(rows.map(({ childId }) => childId)).size;
    return computedRows(asked, rows, { children });
  },
  columns: ({ person }) => [
    ...childColumns(person.roles),
    { key: 'figure', heading: 'Figure', type: 'text', words },
    { key: 'date', heading: 'From', type: 'date' },
    { key: 'element', heading: 'Element', type: 'text' },
    { key: 'funder', heading: 'Funder', type: 'text' },
    { key: 'provider', heading: 'Provider', type: 'text' },
    { key: 'costCentre', heading: 'Cost centre', type: 'text' },
    { key: 'subjective', heading: 'Subjective', type: 'text' },
    { key: 'weeklyRate', heading: 'Weekly rate', type: 'money' },
    { key: 'nights', heading: 'Nights', type: 'whole' },
    { key: 'amount', heading: 'Amount', type: 'money' },
  ],
  rowHeader: 'package',
  namesChildren,
  first: { key: 'date', order: 'ascending' },
  counted: (total, { loaded }) => (
    <>
      <Counted total={total} one="cost" /> of{' '}
      <Counted total={loaded.children} one="child" many="children" />
    </>
  ),
  empty: 'No cost is recorded for this year.',
  noMatch: 'No cost is behind the outturn as the filters ask.',
  lead: (_request, shown) => {
    if (shown === undefined) return null;
    const { 'week-ending': week, figure } = shown.values;
    return (
      <Lead>
        As recorded now, nights counted to {dateInWords(week.countsTo)}.{' '}
        {figure === undefined
          ? 'Each cost’s part of each figure of the outturn. What is below nought is taken off.'
          : OUTTURN_DEFINITIONS[figure].definition}{' '}
        Each row is rounded by itself, so that rows may differ from their figure by pence.
      </Lead>
    );
  },
  sums: ({ loaded: { matching } }) => ({ package: 'All rows', ...sumsOf(matching) }),
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
});
