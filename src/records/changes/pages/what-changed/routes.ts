import { listRoutes } from '../../../../platform/lists/list-routes.ts';
import type { Route } from '../../../permissions.ts';
import { changesList } from './changes-list.tsx';

/** What changed between two states of the records, and the same as a file. */
export function changesRoutes(): readonly Route[] {
  return listRoutes(changesList);
}
