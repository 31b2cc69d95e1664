import type { Route } from '../../../permissions.ts';
import { costsList } from '../../lists/costs-list.ts';
import { listRoutes } from '../../lists/list-routes.ts';
import { CostsView } from './view.tsx';

/** The page of the list and its files. */
export function costsRoutes(): readonly Route[] {
  return listRoutes(costsList, ({ loaded, ...rest }) => CostsView({ ...rest, all: loaded.all }));
}
