import { listRoutes } from '../../../../platform/lists/list-routes.ts';
import type { Route } from '../../../permissions.ts';
import { goneList } from './gone-list.tsx';

/** The children gone from the newest return, and the same as a file. */
export function goneRoutes(): readonly Route[] {
  return listRoutes(goneList);
}
