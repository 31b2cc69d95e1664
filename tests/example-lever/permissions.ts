import { apiRouteFor } from '../../src/platform/http/api/api-route.ts';
import type { RouteOf } from '../../src/platform/http/route.ts';
import { permissions } from '../../src/platform/permission/permissions.ts';
import { RECORDS_PERMISSIONS } from '../../src/records/permissions.ts';

/** Who may do what about visits to distant placements. */
export const EXAMPLE_PERMISSIONS = permissions(
  {
    'see visits': {
      inWords: 'see which distant placements should be visited',
      roles: ['Placements officer', 'Social work team manager', 'Auditor'],
      shows: 'children',
    },
    'decide on visits': {
      inWords: 'decide whether a distant placement is visited',
      roles: ['Social work team manager'],
      shows: 'children',
    },
  },
  RECORDS_PERMISSIONS,
);

export type ExampleTable = typeof EXAMPLE_PERMISSIONS.table;
export type Route = RouteOf<ExampleTable>;
export const apiRoute = apiRouteFor<ExampleTable>();
export const { mayDo } = EXAMPLE_PERMISSIONS;
