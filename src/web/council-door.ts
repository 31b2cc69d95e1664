import type { ApiRoute } from '../platform/http/api/api-route.ts';
import { brandSheet } from '../platform/http/brand.ts';
import type { Door } from '../platform/http/door.ts';
import type { Council, OpenRoute, Route } from '../platform/http/route.ts';
import { addDemonstrationPeople } from '../platform/identity/demonstration/door.ts';
import type { IdentityContext } from '../platform/identity/identity-context.ts';
import type { Provider } from '../platform/identity/provider/provider.ts';
import type { House } from '../platform/wing/house.ts';
import { apiPagesOf, apiScopes } from './api.ts';
import {
  firstPersonPath,
  identityContextOf,
  identityRoutes,
  identitySettings,
} from './identity.ts';

/** A council's door, with what only its own people are shown: where they sign in, and who they are. */
export interface CouncilDoor extends Door {
  /** Of every council the same table, in the same order. */
  readonly routes: readonly Route[];
  readonly openRoutes: readonly OpenRoute[];
  /** Where browsers reach the council. */
  readonly origin: URL;
  readonly provider: Provider | undefined;
  /** As `firstPersonPath` of the council. */
  firstPersonPath(): Promise<string | undefined>;
}

function routesAt(context: IdentityContext, rows: readonly ApiRoute[]) {
  const { routes, openRoutes } = identityRoutes(context);
  return { routes: [...routes, ...apiPagesOf(rows, context.origin)], openRoutes };
}

/**
 * Opens a council's door; with a host name, as one among several. `earlier` is the door that it
 * stands in for, which knows the identity provider already. Throws WellplacedError when its colour cannot be used.
 */
export async function openDoor(
  house: House,
  rows: readonly ApiRoute[],
  council: Council,
  hostName?: string,
  earlier?: Pick<CouncilDoor, 'provider'>,
): Promise<CouncilDoor> {
  brandSheet(council.brandColour);
  await addDemonstrationPeople(house.ground, council.code, house.now());
  const served = { code: council.code, hostName };
  const context = identityContextOf(house, apiScopes(rows), served, earlier?.provider);
  const door = { council, ...identitySettings(house, context, served) };
  return {
    ...door,
    ...routesAt(context, rows),
    origin: context.origin,
    provider: context.provider,
    firstPersonPath: () => firstPersonPath(house, context, door),
  };
}

/** Stands for every council where only the table of routes counts. */
const ANY = { code: '', hostName: 'localhost' };

/** The routes that each door has of its own, as one table: a request goes to those of its council. */
export function ownRoutes(
  house: House,
  rows: readonly ApiRoute[],
  doorOf: (code: string) => CouncilDoor,
): Pick<CouncilDoor, 'routes' | 'openRoutes'> {
  const table = routesAt(identityContextOf(house, apiScopes(rows), ANY), rows);
  return {
    routes: table.routes.map((route, at) => ({
      ...route,
      handle: (request) => (doorOf(request.council.code).routes[at] as Route).handle(request),
    })),
    openRoutes: table.openRoutes.map((route, at) => ({
      ...route,
      handle: (request) =>
        (doorOf(request.council.code).openRoutes[at] as OpenRoute).handle(request),
    })),
  };
}
