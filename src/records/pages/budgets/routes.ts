import type { Route } from '../../../platform/http/route.ts';
import { seenByNobodyNamed } from '../../restrictions/seen-by.ts';
import { factsByChild } from '../../weekly-report/facts.ts';
import { weekEndingOn } from '../../weekly-report/week.ts';
import type { PagesContext } from '../pages-context.ts';
import { listOfAWeek, listRoutes } from '../report/list-routes.ts';
import { seesWorkingFigures } from '../report/show.ts';
import { loadFactsAndNames } from '../report/store.ts';
import { budgetLines } from './budget-lines.ts';
import { publishedBudgets, type ShownBudgetLine, type ShownBudgets } from './publish-budgets.ts';
import { budgetsQuery } from './schema.ts';
import { BUDGETS_TITLE, BudgetsView, FILE_COLUMNS, FIRST_ORDER } from './view.tsx';

function searched(lines: readonly ShownBudgetLine[], search: string | undefined) {
  const sought = search?.toLowerCase();
  if (sought === undefined) return lines;
  return lines.filter((line) =>
    [line.costCentre, line.subjective, line.description].some((value) =>
      value?.toLowerCase().includes(sought),
    ),
  );
}

/** Budget against cost, line by line, to the end of a week and for the whole year: of the children whom the reader may see or, for who may see none, as published. */
export function budgetsList(smallNumber: number) {
  return listOfAWeek({
    list: 'budgets',
    title: BUDGETS_TITLE,
    permission: 'see placements report',
    query: budgetsQuery,
    async load(request, { 'week-ending': weekEnding }): Promise<ShownBudgets> {
      const whole = seesWorkingFigures(request.person.roles);
      const ground = whole ? request.ground : seenByNobodyNamed(request.wholeGround);
      const { facts } = await loadFactsAndNames(ground, request.council.code, weekEnding);
      const week = weekEndingOn(weekEnding);
      const budgets = budgetLines(factsByChild(facts), facts.budgets, week);
      return whole ? budgets : publishedBudgets(budgets, smallNumber);
    },
    rows: ({ lines }, { search }) => searched(lines, search),
    fileColumns: FILE_COLUMNS,
    first: FIRST_ORDER,
    view: ({ request, values, loaded, rows, leavesOut }) =>
      BudgetsView({ request, values, totals: loaded.totals, rows, leavesOut }),
  });
}

/** Its page and its files. */
export function budgetsRoutes({ smallNumber }: PagesContext): readonly Route[] {
  return listRoutes(budgetsList(smallNumber));
}
