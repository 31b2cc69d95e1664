import { auditRoutes } from '../platform/audit/pages/routes.ts';
import type { Section } from '../platform/components/navigation.tsx';
import type { Route } from '../platform/http/route.ts';
import { RECORD_NAMES } from '../records/audit-names.ts';
import { budgetsRoutes } from '../records/pages/budgets/routes.ts';
import { childRoutes } from '../records/pages/child/routes.ts';
import { childrenRoutes } from '../records/pages/children/routes.ts';
import { costsRoutes } from '../records/pages/costs/routes.ts';
import { definitionsRoutes } from '../records/pages/definitions/routes.ts';
import { findingDecisionRoutes } from '../records/pages/finding-decision/routes.ts';
import { findingsRoutes } from '../records/pages/findings/routes.ts';
import { homeRoutes } from '../records/pages/home/routes.ts';
import { importRoutes } from '../records/pages/import/routes.ts';
import { importsRoutes } from '../records/pages/imports/routes.ts';
import { mappingsRoutes } from '../records/pages/mappings/routes.ts';
import { movementsRoutes } from '../records/pages/movements/routes.ts';
import type { PagesContext } from '../records/pages/pages-context.ts';
import { paymentsRoutes } from '../records/pages/payments/routes.ts';
import { repairsRoutes } from '../records/pages/repairs/routes.ts';
import { reportRoutes } from '../records/pages/report/routes.ts';
import { restrictionRoutes } from '../records/pages/restrictions/routes.ts';
import { uploadRoutes } from '../records/pages/upload/routes.ts';

/** The sections that have pages, with the address of the first and those one may go to from any of them. */
export const SECTIONS_WITH_PAGES: readonly Section[] = [
  { name: 'Home', href: '/' },
  {
    name: 'Records',
    href: '/children',
    pages: [
      { text: 'Children', href: '/children' },
      { text: 'Findings', href: '/findings' },
      { text: 'Imports', href: '/imports' },
      { text: 'Restricted children', href: '/restricted-children' },
    ],
  },
  {
    name: 'Reports',
    href: '/report',
    pages: [
      { text: 'Weekly report', href: '/report' },
      { text: 'Movements', href: '/report/movements' },
      { text: 'Costs', href: '/report/costs' },
      { text: 'Payments', href: '/report/payments' },
      { text: 'Budgets', href: '/report/budgets' },
      { text: 'Definitions', href: '/definitions' },
    ],
  },
  {
    name: 'Audit',
    href: '/audit',
    pages: [
      { text: 'Audit trail', href: '/audit' },
      { text: 'Openings of restricted children', href: '/restricted-children/openings' },
    ],
  },
  {
    name: 'People',
    href: '/people',
    pages: [
      { text: 'People', href: '/people' },
      { text: 'Roles from the identity provider', href: '/people/roles-from-provider' },
      { text: 'Access tokens and uploads', href: '/people/settings' },
    ],
  },
];

/** Every route of the service. */
export function routesOf(context: PagesContext): readonly Route[] {
  return [
    ...homeRoutes(context),
    ...reportRoutes(context),
    ...movementsRoutes(),
    ...costsRoutes(),
    ...paymentsRoutes(),
    ...budgetsRoutes(context),
    ...definitionsRoutes(context),
    ...childrenRoutes(),
    ...childRoutes(),
    ...restrictionRoutes(context),
    ...findingsRoutes(),
    ...findingDecisionRoutes(),
    ...importsRoutes(),
    ...uploadRoutes(context),
    ...importRoutes(context),
    ...repairsRoutes(),
    ...mappingsRoutes(),
    ...auditRoutes(RECORD_NAMES),
  ];
}
