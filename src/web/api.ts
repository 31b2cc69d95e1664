import type { ApiRoute } from '../platform/http/api/api-route.ts';
import { withDocument } from '../platform/http/api/document-route.ts';
import { meRoute } from '../platform/http/api/me.ts';
import { apiPageRoutes } from '../platform/http/api/page/routes.ts';
import { scopesOf } from '../platform/http/api/scopes.ts';
import type { Route } from '../platform/http/route.ts';
import { identityPaths } from '../platform/identity/paths.ts';
import { PERMISSIONS } from './whole.ts';

/** The rows of the API: those of the wings, and those about the token and the API itself. */
export function apiRowsOf(wings: readonly ApiRoute[]): readonly ApiRoute[] {
  return withDocument([meRoute(PERMISSIONS), ...wings]);
}

/** What an access token can be given. */
export function apiScopes(rows: readonly ApiRoute[]): readonly string[] {
  return scopesOf(rows, PERMISSIONS);
}

/** The pages that document the API for whoever reaches the service at the origin. */
export function apiPagesOf(routes: readonly ApiRoute[], origin: URL): readonly Route[] {
  return apiPageRoutes(routes, {
    origin: origin.origin,
    tokensPath: identityPaths.accessTokens,
  });
}
