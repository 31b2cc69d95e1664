import { userInfo } from 'node:os';
import type { Configuration } from '../platform/configuration/configuration.ts';
import type { IdentityProvider } from '../platform/configuration/identity-provider.ts';
import type { Door } from '../platform/http/door.ts';
import type { Council, OpenRoute, Route } from '../platform/http/route.ts';
import { tokenGateOf } from '../platform/identity/access-tokens/token-gate.ts';
import { newFirstPersonLink } from '../platform/identity/first-person/link.ts';
import { firstPersonRoutes } from '../platform/identity/first-person/routes.ts';
import { gateOf } from '../platform/identity/gate.ts';
import type { IdentityContext } from '../platform/identity/identity-context.ts';
import { accessTokenRoutes } from '../platform/identity/pages/access-tokens/routes.ts';
import { accountRoutes } from '../platform/identity/pages/account/routes.ts';
import { councilSettingsRoutes } from '../platform/identity/pages/council-settings/routes.ts';
import { leavingRoutes } from '../platform/identity/pages/leaving/routes.ts';
import { peopleRoutes } from '../platform/identity/pages/people/routes.ts';
import { roleMappingRoutes } from '../platform/identity/pages/role-mapping/routes.ts';
import { rolesRoutes } from '../platform/identity/pages/roles/routes.ts';
import { signInRoutes } from '../platform/identity/pages/sign-in/routes.ts';
import { identityPaths } from '../platform/identity/paths.ts';
import { type Provider, providerOf } from '../platform/identity/provider/provider.ts';
import { providerRoutes } from '../platform/identity/provider/routes.ts';
import type { House } from '../platform/wing/house.ts';
import { HOLDINGS, PERMISSIONS } from './whole.ts';

/** Where browsers reach the service, or the council of that host name. */
function originOf({ address, port }: Configuration, hostName: string | undefined): URL {
  const origin = new URL(address ?? `http://localhost:${port}`);
  if (hostName !== undefined) origin.hostname = hostName;
  return origin;
}

/**
 * The provider named for the council by its code; for the one council served, else that named for
 * no council: among several, who may sign in at one is nobody at another.
 */
function providerFor(
  { identityProvider, councilProviders }: Configuration,
  { code, hostName }: ServedAs,
): IdentityProvider | undefined {
  return councilProviders.of(code) ?? (hostName === undefined ? identityProvider : undefined);
}

function providerAt(
  configured: IdentityProvider | undefined,
  origin: URL,
  earlier: Provider | undefined,
): Provider | undefined {
  if (configured === undefined) return undefined;
  const callback = new URL(identityPaths.callback, origin);
  return earlier?.at(callback) ?? providerOf({ ...configured, callback });
}

/** The council that is served; with a host name, as one among several. */
export type ServedAs = Pick<Council, 'code'> & { readonly hostName?: string | undefined };

/**
 * What the pages of identity need; `scopes` are what an access token can be given, `earlier` the
 * council's provider as a door of its own before this one knew it.
 */
export function identityContextOf(
  house: House,
  scopes: readonly string[],
  council: ServedAs,
  earlier?: Provider,
): IdentityContext {
  const { configuration, now } = house;
  const origin = originOf(configuration, council.hostName);
  return {
    limits: configuration.sessionLimits,
    now,
    origin,
    provider: providerAt(providerFor(configuration, council), origin, earlier),
    machineUser: userInfo().username,
    holdings: HOLDINGS,
    permissions: PERMISSIONS,
    scopes,
  };
}

/** Every route of identity. */
export function identityRoutes(context: IdentityContext): {
  readonly routes: readonly Route[];
  readonly openRoutes: readonly OpenRoute[];
} {
  return {
    routes: [
      ...accountRoutes(context),
      ...rolesRoutes(context),
      ...accessTokenRoutes(context),
      ...roleMappingRoutes(),
      ...councilSettingsRoutes(),
      ...leavingRoutes(context),
      ...peopleRoutes(context),
    ],
    openRoutes: [
      ...signInRoutes(context),
      ...firstPersonRoutes(context),
      ...providerRoutes(context),
    ],
  };
}

/** What the council's door needs to know who sends a request. */
export function identitySettings(
  house: House,
  context: IdentityContext,
  council: ServedAs,
): Omit<Door, 'council'> {
  const { configuration, ground } = house;
  const { limits, now, provider, origin } = context;
  const { code: authority } = council;
  const issuer = providerFor(configuration, council)?.issuer.origin;
  return {
    gate: gateOf({ ground, authority, limits, now }),
    tokenGate: tokenGateOf({ ground, authority, now }),
    secure: origin.protocol === 'https:',
    formTargets: () => [issuer, provider?.signOutOrigin()].filter((target) => target !== undefined),
  };
}

/**
 * The path of a new link for the council's first person; undefined where it is not needed: in the
 * demonstration council, and where an administrator can sign in by the provider.
 */
export async function firstPersonPath(
  house: House,
  { now, provider }: Pick<IdentityContext, 'now' | 'provider'>,
  { council, gate }: Pick<Door, 'council' | 'gate'>,
): Promise<string | undefined> {
  if (council.demonstration === true) return undefined;
  if (provider !== undefined && (await gate.administrators()).length > 0) return undefined;
  const token = await newFirstPersonLink(house.ground, council.code, now());
  return identityPaths.firstPerson(token);
}
