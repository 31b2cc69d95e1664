import { z } from 'zod';
import type { PlainDate } from '../../../core/plain-date.ts';
import type { TabularColumn } from '../../../platform/downloads/tabular-data.ts';
import type { InForce } from '../../../platform/settings/changes.ts';
import type { SettledValue } from '../../../platform/settings/settled-value.ts';
import { seenByNobodyNamed } from '../../restrictions/seen-by.ts';
import { budgetLines } from '../budget-lines.ts';
import { loadFactsAndNames } from '../load-week.ts';
import { publishedBudgets, type ShownBudgetLine, type ShownBudgets } from '../publish-budgets.ts';
import { seesWorkingFigures } from '../show-week.ts';
import { weekEndingField } from '../week-ending.ts';
import { factsByChild } from '../weekly-report/facts.ts';
import { weekEndingOn } from '../weekly-report/week.ts';
import { listOfAWeek } from './list-of-a-week.ts';
import { optionalText } from './optional-text.ts';
import type { FirstOrder } from './row-list.tsx';

/** The query of the budgets: to the end of which week, and what is searched for in codes and descriptions. */
export function budgetsQuery(today: PlainDate) {
  return z.object({ 'week-ending': weekEndingField(today), search: optionalText });
}

/** What the query of the budgets says. */
export type BudgetsQuery = z.output<ReturnType<typeof budgetsQuery>>;

/** The title and heading of the budgets. */
export const BUDGETS_TITLE = 'Budget against cost';

/** The most overspent first. */
export const FIRST_ORDER: FirstOrder = { key: 'variance', order: 'descending' };

/** The columns of the page and of the file. */
export const FILE_COLUMNS: readonly TabularColumn[] = [
  { key: 'costCentre', heading: 'Cost centre', type: 'text' },
  { key: 'subjective', heading: 'Subjective', type: 'text' },
  { key: 'description', heading: 'Description', type: 'text' },
  { key: 'toDate', heading: 'Budget to date', type: 'money' },
  { key: 'costToDate', heading: 'Cost to date', type: 'money' },
  { key: 'varianceToDate', heading: 'Variance to date', type: 'money' },
  { key: 'annual', heading: 'Budget for the year', type: 'money' },
  { key: 'outturn', heading: 'Projected outturn', type: 'money' },
  { key: 'variance', heading: 'Projected variance', type: 'money' },
];

function searched(lines: readonly ShownBudgetLine[], search: string | undefined) {
  const sought = search?.toLowerCase();
  if (sought === undefined) return lines;
  return lines.filter((line) =>
    [line.costCentre, line.subjective, line.description].some((value) =>
      value?.toLowerCase().includes(sought),
    ),
  );
}

/** The budgets with the threshold below which costs are withheld; undefined where they are whole. */
interface LoadedBudgets extends ShownBudgets {
  readonly withheldBelow: InForce | undefined;
}

/** Budget against cost, line by line, to the end of a week and for the whole year: of the children whom the reader may see or, for who may see none, as published. */
export function budgetsList(smallNumber: SettledValue<number>) {
  return listOfAWeek({
    list: 'budgets',
    title: BUDGETS_TITLE,
    permission: 'see placements report',
    query: budgetsQuery,
    async load(request, { 'week-ending': weekEnding }): Promise<LoadedBudgets> {
      const whole = seesWorkingFigures(request.person.roles);
      const ground = whole ? request.ground : seenByNobodyNamed(request.wholeGround);
      const { facts } = await loadFactsAndNames(ground, request.council.code, weekEnding);
      const week = weekEndingOn(weekEnding);
      const budgets = budgetLines(factsByChild(facts), facts.budgets, week);
      if (whole) return { ...budgets, withheldBelow: undefined };
      const withheldBelow = await smallNumber(request, request.today);
      return { ...publishedBudgets(budgets, withheldBelow.value), withheldBelow };
    },
    rows: ({ lines }, { search }) => searched(lines, search),
    fileColumns: FILE_COLUMNS,
    first: FIRST_ORDER,
  });
}
