import type { GROUND_PERMISSIONS } from '../../permission/ground-permissions.ts';
import { apiRouteFor } from './api-route.ts';

/** A row of the API about the ground itself. */
export const apiRoute = apiRouteFor<typeof GROUND_PERMISSIONS.table>();
