import type { Route } from '../../../permissions.ts';
import { listRoutes } from '../../lists/list-routes.ts';
import { movementsList } from '../../lists/movements-list.ts';
import { MovementsView } from './view.tsx';

/** The page of the list and its files. */
export function movementsRoutes(): readonly Route[] {
  return listRoutes(movementsList, MovementsView);
}
