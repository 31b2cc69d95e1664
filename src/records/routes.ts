import { listRoutes } from '../platform/lists/list-routes.ts';
import { changesRoutes } from './changes/pages/what-changed/routes.ts';
import { childRoutes } from './children/pages/child/routes.ts';
import { childrenRoutes } from './children/pages/children/routes.ts';
import { sourcesRoutes } from './children/pages/sources/routes.ts';
import { findingDecisionRoutes } from './findings/pages/decision/routes.ts';
import { findingCaseRoutes } from './findings/pages/finding/routes.ts';
import { findingsRoutes } from './findings/pages/findings/routes.ts';
import { findingsTrendRoutes } from './findings/pages/trend/routes.ts';
import { goneAnswerRoutes } from './gone/pages/answer/routes.ts';
import { goneRoutes } from './gone/pages/gone/routes.ts';
import { importRoutes } from './intake/pages/import/routes.ts';
import { importsRoutes } from './intake/pages/imports/routes.ts';
import { linkRoutes } from './intake/pages/links/routes.ts';
import { mappingsRoutes } from './intake/pages/mappings/routes.ts';
import { repairsRoutes } from './intake/pages/repairs/routes.ts';
import { takeBackRoutes } from './intake/pages/take-back/routes.ts';
import { uploadRoutes } from './intake/pages/upload/routes.ts';
import type { PagesContext } from './pages-context.ts';
import type { Route } from './permissions.ts';
import { providerRoutes } from './providers/pages/provider/routes.ts';
import { priceChangesList } from './providers/price-changes-list.tsx';
import { providersList } from './providers/providers-list.tsx';
import { reconciliationRoutes } from './reconciliation/pages/code/routes.ts';
import { budgetsList } from './reports/lists/budgets-list.tsx';
import { costsList } from './reports/lists/costs-list.tsx';
import { movementsList } from './reports/lists/movements-list.tsx';
import { outturnCostsList } from './reports/lists/outturn-costs-list.tsx';
import { outturnLinesList } from './reports/lists/outturn-lines-list.tsx';
import { payRunsList } from './reports/lists/pay-runs-list.tsx';
import { paymentsList } from './reports/lists/payments-list.tsx';
import { sinceLastWeekList } from './reports/lists/since-last-week-list.tsx';
import { outturnRoutes } from './reports/pages/outturn/routes.ts';
import { outturnHistoryRoutes } from './reports/pages/outturn-history/routes.ts';
import { thenAndNowRoutes } from './reports/pages/then-and-now/routes.ts';
import { reportRoutes } from './reports/pages/week/routes.ts';
import { restrictionRoutes } from './restrictions/pages/routes.ts';
import { setUpRoutes } from './set-up/pages/routes.ts';

/** Every page of the records. */
export function recordsRoutes(context: PagesContext): readonly Route[] {
  return [
    ...reportRoutes(context),
    ...thenAndNowRoutes(context),
    ...listRoutes(sinceLastWeekList),
    ...listRoutes(movementsList),
    ...listRoutes(costsList),
    ...listRoutes(paymentsList(context.settings.matchedWithin)),
    ...listRoutes(payRunsList),
    ...listRoutes(budgetsList(context.settings.smallNumber)),
    ...reconciliationRoutes(),
    ...listRoutes(providersList(context.settings.inflation)),
    ...providerRoutes(context),
    ...listRoutes(priceChangesList),
    ...outturnRoutes(context),
    ...outturnHistoryRoutes(),
    ...listRoutes(outturnLinesList),
    ...listRoutes(outturnCostsList),
    ...childrenRoutes(),
    ...childRoutes(context.partsOfChild),
    ...goneRoutes(),
    ...goneAnswerRoutes(),
    ...restrictionRoutes(),
    ...findingsRoutes(),
    ...findingsTrendRoutes(),
    ...findingDecisionRoutes(),
    ...findingCaseRoutes(),
    ...importsRoutes(),
    ...uploadRoutes(context),
    ...importRoutes(context),
    ...takeBackRoutes(context),
    ...linkRoutes(context),
    ...sourcesRoutes(),
    ...repairsRoutes(),
    ...mappingsRoutes(),
    ...changesRoutes(),
    ...setUpRoutes(),
  ];
}
