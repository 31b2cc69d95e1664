import { z } from 'zod';
import type { AnyPermissions } from '../../permission/permissions.ts';
import { apiRoute } from './ground-api-route.ts';

/** Whose token it is, and what it may do at this moment. */
export function meRoute({ mayDo, names }: AnyPermissions) {
  return apiRoute({
    method: 'GET',
    path: '/me',
    permission: 'keep own account',
    name: 'readMe',
    summary: 'The token itself',
    about:
      'Whose token it is and what it may do now: the scopes that it was given, as far as its person holds them at this moment.',
    query: z.object({}),
    answer: z.object({
      council: z.object({ code: z.string(), name: z.string() }),
      person: z.object({ name: z.string(), roles: z.array(z.string()) }),
      token: z.object({ name: z.string(), scopes: z.array(z.string()), expires: z.iso.datetime() }),
      may: z.array(z.string()),
    }),
    handle: ({ council, person, token }) => ({
      council: { code: council.code, name: council.name },
      person: { name: person.name, roles: [...person.roles] },
      token: {
        name: token.tokenName,
        scopes: [...token.scopes],
        expires: token.expiresAt.toISOString(),
      },
      may: names.filter((permission) => mayDo(person.roles, permission)),
    }),
  });
}
