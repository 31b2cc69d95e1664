import type { AnyPermissions } from '../../permission/permissions.ts';
import type { ApiRoute } from './api-route.ts';

/** What an access token can be given: the permissions that the rows of the API ask for, but those that every token has. All of them only read. */
export function scopesOf(routes: readonly ApiRoute[], { mayDo, names }: AnyPermissions) {
  const asked = new Set(routes.map(({ permission }) => permission));
  return names.filter((name) => asked.has(name) && !mayDo([], name));
}
