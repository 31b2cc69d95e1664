import { withDocument } from '../platform/http/api/document-route.ts';
import { meRoute } from '../platform/http/api/me.ts';
import { apiPageRoutes } from '../platform/http/api/page/routes.ts';
import type { ApiSettings } from '../platform/http/api/serve-api.ts';
import type { Route } from '../platform/http/route.ts';
import { tokenGateOf } from '../platform/identity/access-tokens/token-gate.ts';
import { identityPaths } from '../platform/identity/paths.ts';
import { recordsApi } from '../records/api/routes.ts';
import type { House } from './house.ts';

/** The API of a council, and the pages that document it for whoever reaches the service at the origin. */
export function apiOf(
  { configuration, ground, now }: Pick<House, 'configuration' | 'ground' | 'now'>,
  authority: string,
  origin: URL,
): { readonly api: ApiSettings; readonly pages: readonly Route[] } {
  const routes = withDocument([meRoute, ...recordsApi(configuration.smallNumber)]);
  return {
    api: { gate: tokenGateOf({ ground, authority, now }), routes },
    pages: apiPageRoutes(routes, {
      origin: origin.origin,
      tokensPath: identityPaths.accessTokens,
    }),
  };
}
