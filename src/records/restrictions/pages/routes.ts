import type { Route } from '../../permissions.ts';
import { childRestrictionRoutes } from './child-routes.ts';
import { restrictedChildrenRoutes } from './list-routes.ts';
import { openRoutes } from './open-routes.ts';
import { watchedOpeningsRoutes } from './watched-routes.ts';

/** Restricted children: the list, the door of an hour, and the restriction of each child. */
export function restrictionRoutes(): readonly Route[] {
  return [
    ...restrictedChildrenRoutes(),
    ...openRoutes(),
    ...watchedOpeningsRoutes(),
    ...childRestrictionRoutes(),
  ];
}
