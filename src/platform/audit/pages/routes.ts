import { listRoutes } from '../../lists/list-routes.ts';
import type { Route } from '../../permission/ground-permissions.ts';
import type { Names } from '../entry.ts';
import { withPlatformNames } from '../platform-names.ts';
import { trailList } from './trail-list.tsx';

/** The audit trail, the history of a child and what a person did; looking at it is on it too. `given` are the names of the wings' tables and columns. */
export function auditRoutes(given: Names): readonly Route[] {
  return listRoutes(trailList(withPlatformNames(given)));
}
