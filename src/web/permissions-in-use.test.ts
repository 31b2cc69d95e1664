import { expect, test } from 'vitest';
import { DECLARED_WINGS } from '../../tests/support/open-wings.ts';
import { identityRoutes } from './identity.ts';
import { PERMISSIONS, WORK } from './whole.ts';

const unused = new Proxy({}, { get: () => undefined }) as never;
const { routes, openRoutes } = identityRoutes(unused);
const all = [...DECLARED_WINGS.routes, ...routes];

test('every permission is asked for by some page, or by work that waits', () => {
  const asked = new Set<string>([...all, ...WORK.kinds].map(({ permission }) => permission));
  expect(PERMISSIONS.names.filter((permission) => !asked.has(permission))).toEqual([]);
});

test('what changes something is never behind a permission that only reads', () => {
  const wrong = all.filter(
    ({ method, permission }) => method === 'POST' && permission.startsWith('see '),
  );
  // A person's own views of a list are for who may see the list, and change nothing of the council's.
  const ownViews = /^\/views\/[^/]+(\/:viewId)?$/;
  expect(wrong.map(({ path }) => path).filter((path) => !ownViews.test(path))).toEqual([]);
  expect(wrong.length).toBeGreaterThan(0);
});

test('nothing but signing in is open to who is not signed in', () => {
  expect(openRoutes.filter(({ path }) => !path.startsWith('/sign-in'))).toEqual([]);
});
