import type { ApiRoute } from '../../platform/http/api/api-route.ts';
import { budgetsRoute } from './budgets.ts';
import { childRoute } from './child.ts';
import { childrenRoute } from './children.ts';
import { costsRoute } from './costs.ts';
import { definitionsRoute } from './definitions.ts';
import { findingsRoute } from './findings.ts';
import { importRoute, importsRoute } from './imports.ts';
import { movementsRoute } from './movements.ts';
import { paymentsRoute } from './payments.ts';
import { reportRoute } from './report.ts';

/** Everything of the records that other systems can read. Counts from 1 to one below `smallNumber` are suppressed in what is made for others. */
export function recordsApi(smallNumber: number): readonly ApiRoute[] {
  return [
    reportRoute(smallNumber),
    childrenRoute,
    childRoute,
    findingsRoute,
    movementsRoute,
    costsRoute,
    paymentsRoute,
    budgetsRoute(smallNumber),
    importsRoute,
    importRoute,
    definitionsRoute,
  ];
}
