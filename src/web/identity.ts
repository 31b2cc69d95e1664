import { userInfo } from 'node:os';
import type { Configuration } from '../platform/configuration/configuration.ts';
import type { OpenRoute, Route } from '../platform/http/route.ts';
import type { ServerSettings } from '../platform/http/server-settings.ts';
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

/** Where browsers reach the service. */
function originOf({ address, port }: Configuration): URL {
  return new URL(address ?? `http://localhost:${port}`);
}

function providerIn({ identityProvider }: Configuration, origin: URL): Provider | undefined {
  if (identityProvider === undefined) return undefined;
  return providerOf({ ...identityProvider, callback: new URL(identityPaths.callback, origin) });
}

/** What the pages of identity need; `scopes` are what an access token can be given. */
export function identityContextOf(house: House, scopes: readonly string[]): IdentityContext {
  const { configuration, now } = house;
  const origin = originOf(configuration);
  return {
    limits: configuration.sessionLimits,
    now,
    origin,
    provider: providerIn(configuration, origin),
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
      ...roleMappingRoutes(context),
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

/** What a server of the council needs to know who sends a request. */
export function identitySettings(
  house: House,
  context: IdentityContext,
  authority: string,
): Pick<ServerSettings, 'gate' | 'secure' | 'formTargets'> {
  const { configuration, ground } = house;
  const { limits, now, provider, origin } = context;
  const issuer = configuration.identityProvider?.issuer.origin;
  return {
    gate: gateOf({ ground, authority, limits, now }),
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
  context: IdentityContext,
  council: { readonly code: string; readonly demonstration?: boolean },
): Promise<string | undefined> {
  if (council.demonstration === true) return undefined;
  const { gate } = identitySettings(house, context, council.code);
  if (context.provider !== undefined && (await gate.administrators()).length > 0) return undefined;
  const token = await newFirstPersonLink(house.ground, council.code, context.now());
  return identityPaths.firstPerson(token);
}
