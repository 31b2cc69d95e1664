import { expect, test } from 'vitest';
import { PERMISSIONS } from '../platform/http/permission.ts';
import { identityRoutes } from './identity.ts';
import { routesOf } from './routes.ts';

const unused = new Proxy({}, { get: () => undefined }) as never;
const { routes, openRoutes } = identityRoutes(unused);
const all = [...routesOf(unused), ...routes];

test('every permission is asked for by some page', () => {
  const asked = new Set(all.map(({ permission }) => permission));
  expect(PERMISSIONS.filter((permission) => !asked.has(permission))).toEqual([]);
});

test('what changes something is never behind a permission that only reads', () => {
  const wrong = all.filter(
    ({ method, permission }) => method === 'POST' && permission.startsWith('see '),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('nothing but signing in is open to who is not signed in', () => {
  expect(openRoutes.filter(({ path }) => !path.startsWith('/sign-in'))).toEqual([]);
});
