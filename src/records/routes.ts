import { childRoutes } from './children/pages/child/routes.ts';
import { childrenRoutes } from './children/pages/children/routes.ts';
import { findingDecisionRoutes } from './findings/pages/decision/routes.ts';
import { findingCaseRoutes } from './findings/pages/finding/routes.ts';
import { findingsRoutes } from './findings/pages/findings/routes.ts';
import { importRoutes } from './intake/pages/import/routes.ts';
import { importsRoutes } from './intake/pages/imports/routes.ts';
import { mappingsRoutes } from './intake/pages/mappings/routes.ts';
import { repairsRoutes } from './intake/pages/repairs/routes.ts';
import { uploadRoutes } from './intake/pages/upload/routes.ts';
import type { PagesContext } from './pages-context.ts';
import type { Route } from './permissions.ts';
import { budgetsRoutes } from './reports/pages/budgets/routes.ts';
import { costsRoutes } from './reports/pages/costs/routes.ts';
import { movementsRoutes } from './reports/pages/movements/routes.ts';
import { paymentsRoutes } from './reports/pages/payments/routes.ts';
import { reportRoutes } from './reports/pages/week/routes.ts';
import { restrictionRoutes } from './restrictions/pages/routes.ts';

/** Every page of the records. */
export function recordsRoutes(context: PagesContext): readonly Route[] {
  return [
    ...reportRoutes(context),
    ...movementsRoutes(),
    ...costsRoutes(),
    ...paymentsRoutes(context),
    ...budgetsRoutes(context),
    ...childrenRoutes(),
    ...childRoutes(context.partsOfChild),
    ...restrictionRoutes(),
    ...findingsRoutes(),
    ...findingDecisionRoutes(),
    ...findingCaseRoutes(),
    ...importsRoutes(),
    ...uploadRoutes(context),
    ...importRoutes(context),
    ...repairsRoutes(),
    ...mappingsRoutes(),
  ];
}
