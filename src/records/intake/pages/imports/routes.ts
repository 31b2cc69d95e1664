import { listRoutes } from '../../../../platform/lists/list-routes.ts';
import { paths } from '../../../paths.ts';
import type { Route } from '../../../permissions.ts';
import { importsList } from './imports-list.tsx';

/** The list of imports, and the same as a file. Its page shows no child, its files are taken away. */
export function importsRoutes(): readonly Route[] {
  return listRoutes(importsList).map((route) =>
    route.method === 'GET' && route.path === paths.imports
      ? { ...route, audit: 'shows no child' }
      : route,
  );
}
