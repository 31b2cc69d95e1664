import type { ApiRoute } from '../../platform/http/api/api-route.ts';
import { childRoute } from '../children/api/child.ts';
import { childrenRoute } from '../children/api/children.ts';
import { findingsRoute } from '../findings/api/findings.ts';
import { importRoute, importsRoute } from '../intake/api/imports.ts';
import { budgetsRoute } from '../reports/api/budgets.ts';
import { costsRoute } from '../reports/api/costs.ts';
import { movementsRoute } from '../reports/api/movements.ts';
import { paymentsRoute } from '../reports/api/payments.ts';
import { reportRoute } from '../reports/api/report.ts';
import type { ReportMemory } from '../reports/report-memory.ts';

/** Everything of the records that other systems can read. Counts from 1 to one below `smallNumber` are suppressed in what is made for others. */
export function recordsApi(smallNumber: number, memory: ReportMemory): readonly ApiRoute[] {
  return [
    reportRoute(smallNumber, memory),
    childrenRoute,
    childRoute,
    findingsRoute,
    movementsRoute,
    costsRoute,
    paymentsRoute,
    budgetsRoute(smallNumber),
    importsRoute,
    importRoute,
  ];
}
