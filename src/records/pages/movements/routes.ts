import type { Route } from '../../../platform/http/route.ts';
import { factsByChild } from '../../weekly-report/facts.ts';
import { weekEndingOn } from '../../weekly-report/week.ts';
import { isSearched } from '../report/child-cells.tsx';
import { listOfAWeek, listRoutes } from '../report/list-routes.ts';
import { loadFactsAndNames } from '../report/store.ts';
import { weekMovements } from './movements.ts';
import { movementsQuery } from './schema.ts';
import { FILE_COLUMNS, FIRST_ORDER, MOVEMENTS_TITLE, MovementsView } from './view.tsx';

/** Who started, ceased and moved in a week: the rows behind the report's counts. */
export const movementsList = listOfAWeek({
  list: 'movements',
  title: MOVEMENTS_TITLE,
  permission: 'see children',
  query: movementsQuery,
  async load({ ground, council, person }, { 'week-ending': weekEnding }) {
    const { facts, pseudonym } = await loadFactsAndNames(ground, council.code, weekEnding);
    const rows = weekMovements(factsByChild(facts), weekEndingOn(weekEnding), pseudonym);
    return { rows, roles: person.roles };
  },
  rows: ({ rows, roles }, { kind, search }) =>
    rows.filter((row) => {
      const isKind =
        kind === undefined || row.kind === kind || (kind === 'moves' && row.kind === 'unplanned');
      return isKind && isSearched(roles, search, row);
    }),
  fileColumns: FILE_COLUMNS,
  first: FIRST_ORDER,
  view: MovementsView,
});

/** Its page and its files. */
export function movementsRoutes(): readonly Route[] {
  return listRoutes(movementsList);
}
