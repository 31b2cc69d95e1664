import type { HeldRoles } from '../../../platform/http/permission.ts';
import type { Route } from '../../../platform/http/route.ts';
import { factsByChild } from '../../weekly-report/facts.ts';
import { weekEndingOn } from '../../weekly-report/week.ts';
import { isSearched } from '../report/child-cells.tsx';
import { listOfAWeek, listRoutes } from '../report/list-routes.ts';
import { loadFactsAndNames } from '../report/store.ts';
import { CHARGE_KEYS, type Charge, weekCharges } from './charges.ts';
import { type CostsQuery, costsQuery } from './schema.ts';
import { COSTS_TITLE, CostsView, FILE_COLUMNS, FIRST_ORDER } from './view.tsx';

interface Loaded {
  readonly all: readonly Charge[];
  readonly roles: HeldRoles;
}

/** What was charged in a week: the rows behind the report's spend. */
export const costsList = listOfAWeek<CostsQuery, Charge, Loaded>({
  list: 'costs',
  title: COSTS_TITLE,
  permission: 'see children',
  query: costsQuery,
  async load({ ground, council, person }, { 'week-ending': weekEnding }) {
    const { facts, pseudonym } = await loadFactsAndNames(ground, council.code, weekEnding);
    const all = weekCharges(factsByChild(facts), weekEndingOn(weekEnding), pseudonym);
    return { all, roles: person.roles };
  },
  rows: ({ all, roles }, values) =>
    all.filter((charge) => {
      const kept = CHARGE_KEYS.every((key) => {
        const asked = values[key];
        if (asked === undefined) return true;
        return charge[key] === asked || (key === 'group' && charge.groupCode === asked);
      });
      return kept && isSearched(roles, values.search, charge);
    }),
  fileColumns: FILE_COLUMNS,
  first: FIRST_ORDER,
  view: ({ request, values, loaded, rows, leavesOut }) =>
    CostsView({ request, values, all: loaded.all, rows, leavesOut }),
});

/** Its page and its files. */
export function costsRoutes(): readonly Route[] {
  return listRoutes(costsList);
}
