import { listRoutes } from '../../../../platform/lists/list-routes.ts';
import type { Route } from '../../../permissions.ts';
import { trendList } from './trend-list.tsx';

/** The findings import by import, and the same as a file. */
export function findingsTrendRoutes(): readonly Route[] {
  return listRoutes(trendList);
}
