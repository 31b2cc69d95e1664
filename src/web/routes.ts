import type { Section } from '../platform/components/navigation.tsx';
import type { Route } from '../platform/http/route.ts';
import { childRoutes } from '../records/pages/child/routes.ts';
import { childrenRoutes } from '../records/pages/children/routes.ts';
import { findingsRoutes } from '../records/pages/findings/routes.ts';
import { importRoutes } from '../records/pages/import/routes.ts';
import { importsRoutes } from '../records/pages/imports/routes.ts';
import type { PagesContext } from '../records/pages/pages-context.ts';
import { reportRoutes } from '../records/pages/report/routes.ts';
import { uploadRoutes } from '../records/pages/upload/routes.ts';

/** The sections that have pages, with the address of the first. */
export const SECTIONS_WITH_PAGES: readonly Section[] = [
  { name: 'Home', href: '/' },
  { name: 'Records', href: '/children' },
  { name: 'Reports', href: '/report' },
];

/** Every route of the service. */
export function routesOf(context: PagesContext): readonly Route[] {
  return [
    ...reportRoutes(context),
    ...childrenRoutes(),
    ...childRoutes(),
    ...findingsRoutes(),
    ...importsRoutes(),
    ...uploadRoutes(context),
    ...importRoutes(context),
  ];
}
