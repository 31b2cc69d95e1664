import type { PagesContext } from '../../../pages-context.ts';
import type { Route } from '../../../permissions.ts';
import { budgetsList } from '../../lists/budgets-list.ts';
import { listRoutes } from '../../lists/list-routes.ts';
import { BudgetsView } from './view.tsx';

/** The page of the list and its files. */
export function budgetsRoutes({ settings }: PagesContext): readonly Route[] {
  return listRoutes(budgetsList(settings.smallNumber), ({ loaded, ...rest }) =>
    BudgetsView({ ...rest, totals: loaded.totals, withheldBelow: loaded.withheldBelow }),
  );
}
