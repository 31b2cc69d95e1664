import type { Route } from '../../../platform/http/route.ts';
import { factsByChild } from '../../weekly-report/facts.ts';
import { weekEndingOn } from '../../weekly-report/week.ts';
import { listOfAWeek, listRoutes } from '../report/list-routes.ts';
import { loadFactsAndNames } from '../report/store.ts';
import { budgetLines } from './budget-lines.ts';
import { budgetsQuery } from './schema.ts';
import { BUDGETS_TITLE, BudgetsView, FILE_COLUMNS, FIRST_ORDER } from './view.tsx';

/** Budget against cost, line by line, to the end of a week and for the whole year. */
export const budgetsList = listOfAWeek({
  list: 'budgets',
  title: BUDGETS_TITLE,
  query: budgetsQuery,
  async load({ wholeGround: ground, council }, { 'week-ending': weekEnding }) {
    const { facts } = await loadFactsAndNames(ground, council.code, weekEnding);
    return budgetLines(factsByChild(facts), facts.budgets, weekEndingOn(weekEnding));
  },
  rows: ({ lines }, { search }) => {
    const sought = search?.toLowerCase();
    if (sought === undefined) return lines;
    return lines.filter((line) =>
      [line.costCentre, line.subjective, line.description].some((value) =>
        value?.toLowerCase().includes(sought),
      ),
    );
  },
  fileColumns: FILE_COLUMNS,
  first: FIRST_ORDER,
  view: ({ request, values, loaded, rows }) =>
    BudgetsView({ request, values, totals: loaded.totals, rows }),
});

/** Its page and its files. */
export function budgetsRoutes(): readonly Route[] {
  return listRoutes(budgetsList);
}
