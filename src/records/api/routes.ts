import type { ApiRoute } from '../../platform/http/api/api-route.ts';
import { childRoute } from '../children/api/child.ts';
import { childrenRoute } from '../children/api/children.ts';
import { findingsRoute } from '../findings/api/findings.ts';
import { importRoute, importsRoute } from '../intake/api/imports.ts';
import { priceChangesRoute } from '../providers/api/price-changes.ts';
import { providersRoute } from '../providers/api/providers.ts';
import { reconciliationRoute } from '../reconciliation/api/codes.ts';
import { budgetsRoute } from '../reports/api/budgets.ts';
import { costsRoute } from '../reports/api/costs.ts';
import { movementsRoute } from '../reports/api/movements.ts';
import { outturnRoute } from '../reports/api/outturn.ts';
import { paymentsRoute } from '../reports/api/payments.ts';
import { reportRoute } from '../reports/api/report.ts';
import { sinceLastWeekRoute } from '../reports/api/since-last-week.ts';
import type { ReportMemory } from '../reports/report-memory.ts';
import type { RecordsSettings } from '../settings.ts';

/** Everything of the records that other systems can read. */
export function recordsApi(
  { inflation, matchedWithin, smallNumber }: RecordsSettings,
  memory: ReportMemory,
): readonly ApiRoute[] {
  return [
    reportRoute(smallNumber, memory),
    childrenRoute,
    childRoute,
    findingsRoute,
    sinceLastWeekRoute,
    movementsRoute,
    costsRoute,
    paymentsRoute(matchedWithin),
    budgetsRoute(smallNumber),
    reconciliationRoute,
    providersRoute({ inflation }),
    priceChangesRoute,
    outturnRoute,
    importsRoute,
    importRoute,
  ];
}
