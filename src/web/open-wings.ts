import { auditRoutes } from '../platform/audit/pages/routes.ts';
import { definitionsApi } from '../platform/definitions/api.ts';
import { definitionsRoutes } from '../platform/definitions/routes.ts';
import { draftRoutes, draftsAtHome } from '../platform/forms/drafts/routes.tsx';
import { homeRoutes } from '../platform/home/routes.tsx';
import type { ApiRoute } from '../platform/http/api/api-route.ts';
import type { Route } from '../platform/http/route.ts';
import { scheduledWorkRoutes } from '../platform/schedule/page/routes.tsx';
import { settingsRoutes } from '../platform/settings/page/routes.ts';
import { settledValue } from '../platform/settings/settled-value.ts';
import { digestRoutes } from '../platform/tasks/digest/routes.ts';
import { taskRoutes } from '../platform/tasks/pages/routes.ts';
import type { WorkingHouse } from '../platform/wing/house.ts';
import type { Job } from '../platform/wing/wing.ts';
import { SMALL_NUMBER } from '../records/reports/small-number.ts';
import { DEFINITIONS, NAMES, narrowed, partsOf, SCHEDULE, SETTINGS, WINGS, WORK } from './whole.ts';

/** All wings as they serve and work. */
export interface OpenWings {
  /** Every page but those of identity and of the API. */
  readonly routes: readonly Route[];
  readonly api: readonly ApiRoute[];
  readonly jobs: readonly Job[];
  readonly lookAround: (authority: string, when: 'at the start' | 'every minute') => Promise<void>;
}

/** Opens every wing in this process. */
export function openWings(house: WorkingHouse): OpenWings {
  const { configuration } = house;
  const open = WINGS.map((wing) => wing.open(house, { partsOf }));
  return {
    routes: [
      ...homeRoutes(WORK, [draftsAtHome, ...open.flatMap(({ atHome }) => atHome ?? [])]),
      ...taskRoutes({ ...WORK, narrowed }),
      ...digestRoutes(),
      ...draftRoutes(),
      ...open.flatMap(({ routes }) => routes),
      ...definitionsRoutes(DEFINITIONS, settledValue(SMALL_NUMBER, configuration)),
      ...settingsRoutes(SETTINGS, configuration),
      ...scheduledWorkRoutes(SCHEDULE, house),
      ...auditRoutes(NAMES),
    ],
    api: [...open.flatMap(({ api }) => api ?? []), definitionsApi(DEFINITIONS.sections)],
    jobs: open.flatMap(({ jobs }) => jobs ?? []),
    async lookAround(authority, when) {
      for (const { lookAround } of open) {
        // What one wing cannot do keeps no other from its own.
        await lookAround?.(authority, when).catch(house.report);
      }
    },
  };
}
