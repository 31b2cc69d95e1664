import type { ApiRoute } from '../../platform/http/api/api-route.ts';
import { childRoute } from '../children/api/child.ts';
import { childrenRoute } from '../children/api/children.ts';
import { findingsRoute } from '../findings/api/findings.ts';
import { importRoute, importsRoute } from '../intake/api/imports.ts';
import { budgetsRoute } from '../reports/api/budgets.ts';
import { costsRoute } from '../reports/api/costs.ts';
import { movementsRoute } from '../reports/api/movements.ts';
import { outturnRoute } from '../reports/api/outturn.ts';
import { paymentsRoute } from '../reports/api/payments.ts';
import { reportRoute } from '../reports/api/report.ts';
import type { ReportMemory } from '../reports/report-memory.ts';
import type { RecordsSettings } from '../settings.ts';

/** Everything of the records that other systems can read. */
export function recordsApi(
  { matchedWithin, smallNumber }: RecordsSettings,
  memory: ReportMemory,
): readonly ApiRoute[] {
  return [
    reportRoute(smallNumber, memory),
    childrenRoute,
    childRoute,
    findingsRoute,
    movementsRoute,
    costsRoute,
    paymentsRoute(matchedWithin),
    budgetsRoute(smallNumber),
    outturnRoute,
    importsRoute,
    importRoute,
  ];
}
