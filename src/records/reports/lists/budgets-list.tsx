import type { VNode } from 'preact';
import { HIDDEN } from '../../../core/disclosure.ts';
import { financialYearOf } from '../../../core/financial-year.ts';
import { dateInWords } from '../../../core/plain-date.ts';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { PageRequest } from '../../../platform/http/route.ts';
import { computedRows, type OfComputed } from '../../../platform/lists/computed-rows.ts';
import { textFilter } from '../../../platform/lists/filters.tsx';
import type { InForce } from '../../../platform/settings/changes.ts';
import type { SettledValue } from '../../../platform/settings/settled-value.ts';
import { paths } from '../../paths.ts';
import { seenByNobodyNamed } from '../../restrictions/seen-by.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { budgetLines } from '../budget-lines.ts';
import { LIST_DEFINITIONS } from '../list-definitions.ts';
import { loadFactsAndNames } from '../load-week.ts';
import {
  publishedBudgets,
  type ShownBudgetLine,
  type ShownBudgetTotals,
} from '../publish-budgets.ts';
import { seesWorkingFigures } from '../show-week.ts';
import { DEFINITIONS } from '../weekly-report/definitions.ts';
import { factsByChild } from '../weekly-report/facts.ts';
import type { WeekShown } from '../weekly-report/week.ts';
import { BudgetTiles, budgetSums, Whole, wholeSums } from './budget-sums.tsx';
import { BackToReport, Counted, Lead, listOfAWeek, SettledNote, WEEK } from './list-of-a-week.tsx';

function searched(lines: readonly ShownBudgetLine[], search: string | undefined) {
  const sought = search?.toLowerCase();
  if (sought === undefined) return lines;
  return lines.filter((line) =>
    [line.costCentre, line.subjective, line.description].some((value) =>
      value?.toLowerCase().includes(sought),
    ),
  );
}

const FILTERS = {
  'week-ending': WEEK,
  search: textFilter({ label: 'Code or description', called: 'Code or description' }),
};

interface FoundLines extends OfComputed<ShownBudgetLine> {
  /** Of all lines, whatever the search. */
  readonly totals: ShownBudgetTotals;
  /** The threshold below which costs are withheld; undefined where they are whole. */
  readonly withheldBelow: InForce | undefined;
}

/** A sum in whole pounds, so that a page has room for all of them; the file has the pence. */
function sum(key: keyof ShownBudgetTotals & string, heading: string, about: string) {
  return {
    ...{ key, heading, about, type: 'money' as const, summed: true as const },
    cell: (row: ShownBudgetLine) => <Whole amount={row[key]} />,
  };
}

function leadOf({ person }: PageRequest, { countsTo }: WeekShown): string {
  const { label } = financialYearOf(countsTo);
  const withheld = seesWorkingFigures(person.roles)
    ? ''
    : ` What the children of a line cost is withheld where they are few, and shown as ${HIDDEN}.`;
  return `Every cost centre and subjective of ${label} with a budget or a cost, from 1 April to ${dateInWords(countsTo)} and for the whole year. Variances are cost less budget: above nought is overspent.${withheld}`;
}

/** Budget against cost, line by line, to the end of a week and for the whole year: of the children whom the reader may see or, for who may see none, as published. */
export function budgetsList(smallNumber: SettledValue<number>) {
  return listOfAWeek<'see placements report', typeof FILTERS, FoundLines>('budgets', {
    title: 'Budget against cost',
    permission: 'see placements report',
    filters: FILTERS,
    async load(request, asked) {
      const { 'week-ending': week, search } = asked.values;
      const whole = seesWorkingFigures(request.person.roles);
      const load = (tx: CouncilTransaction<RecordsTables>) => loadFactsAndNames(tx, week);
      const { facts } = whole
        ? await request.read(load)
        : await seenByNobodyNamed(request.wholeGround).read(request.council.code, load);
      const budgets = budgetLines(factsByChild(facts), facts.budgets, week, facts.pace);
      const withheldBelow = whole ? undefined : await smallNumber(request, request.today);
      const { lines, totals } =
        withheldBelow === undefined ? budgets : publishedBudgets(budgets, withheldBelow.value);
      return computedRows(asked, searched(lines, search), { totals, withheldBelow });
    },
    columns: [
      {
        ...{ key: 'costCentre', heading: 'Cost centre', type: 'text' },
        cell: (line, { request, values }) => {
          const whole = seesWorkingFigures(request.person.roles);
          const { label } = financialYearOf(values['week-ending'].countsTo);
          const months = whole ? paths.reconciledCode({ ...line, year: label }) : undefined;
          return <CostCentre line={line} months={months} />;
        },
      },
      { key: 'subjective', heading: 'Subjective', type: 'text' },
      { key: 'description', heading: 'Description', type: 'text' },
      sum('toDate', 'Budget to date', DEFINITIONS['spend.budgetToDatePence'].definition),
      sum('costToDate', 'Cost to date', LIST_DEFINITIONS.costToDate.definition),
      sum('disputed', 'Of which disputed', LIST_DEFINITIONS.disputed.definition),
      sum('varianceToDate', 'Variance to date', 'Cost to date less budget to date.'),
      sum('annual', 'Budget for the year', LIST_DEFINITIONS.annualBudget.definition),
      sum('outturn', 'Projected outturn', LIST_DEFINITIONS.outturn.definition),
      sum('variance', 'Projected variance', LIST_DEFINITIONS.variance.definition),
    ],
    // The most overspent first.
    first: { key: 'variance', order: 'descending' },
    counted: (total) => <Counted total={total} one="line" />,
    empty: 'No budget and no cost is recorded for this year.',
    noMatch: 'No budget and no cost is recorded for this year as the search asks.',
    lead: (request, shown) =>
      shown && (
        <>
          <Lead>
            {leadOf(request, shown.values['week-ending'])}
            <SettledNote setting={shown.loaded.withheldBelow} what="the threshold" />
          </Lead>
          <BudgetTiles totals={shown.loaded.totals} />
        </>
      ),
    sums({ values, loaded: { matching, totals } }) {
      const sums = values.search === undefined ? totals : budgetSums(matching);
      return { ...wholeSums(sums), costCentre: 'All rows' };
    },
    below: ({ request, values }) => (
      <>
        {seesWorkingFigures(request.person.roles) && (
          <p class="govuk-body wellplaced-no-print">
            <a
              class="govuk-link govuk-link--no-visited-state"
              href={paths.outturn(values['week-ending'].weekEnding)}
            >
              How the outturn is projected, and what is committed, paid and accrued
            </a>
          </p>
        )}
        <BackToReport week={values['week-ending']} />
      </>
    ),
  });
}

/** A cost centre, leading to the months of its code for whoever may see that. */
function CostCentre(props: {
  readonly line: ShownBudgetLine;
  readonly months: string | undefined;
}): VNode {
  const { costCentre } = props.line;
  const text = costCentre ?? 'Not recorded';
  if (props.months === undefined) return <>{text}</>;
  return (
    <a class="govuk-link govuk-link--no-visited-state" href={props.months}>
      {text}
    </a>
  );
}
