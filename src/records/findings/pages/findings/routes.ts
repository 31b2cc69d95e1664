import { listRoutes } from '../../../../platform/lists/list-routes.ts';
import type { Route } from '../../../permissions.ts';
import { findingsList } from './findings-list.tsx';

/** The findings, and the same as a file. */
export function findingsRoutes(): readonly Route[] {
  return listRoutes(findingsList);
}
