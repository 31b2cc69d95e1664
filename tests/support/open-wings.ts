import { readConfiguration } from '../../src/platform/configuration/configuration.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import type { House, WorkingHouse } from '../../src/platform/wing/house.ts';
import { apiRowsOf, apiScopes } from '../../src/web/api.ts';
import { type OpenWings, openWings } from '../../src/web/open-wings.ts';

/** Everything that may be asked for, and all work that may wait. */
export { PERMISSIONS, WORK } from '../../src/web/whole.ts';

/** The wings of a house in which no job runs. */
export function idleWings(house: Omit<House, 'configuration'>): OpenWings {
  const working: WorkingHouse = {
    ...house,
    configuration: readConfiguration({}),
    send: async () => undefined,
    report: (error) => console.error(error),
  };
  return openWings(working);
}

const UNUSED = new Proxy({}, { get: () => undefined }) as Ground;

/** Every wing, for what it declares; nothing of it is to be called. */
export const DECLARED_WINGS = idleWings({
  ground: UNUSED,
  today: () => '' as never,
  now: () => new Date(0),
});

/** The rows of the API. */
export const API_ROUTES = apiRowsOf(DECLARED_WINGS.api);

/** What an access token can be given. */
export const SCOPES = apiScopes(API_ROUTES);
