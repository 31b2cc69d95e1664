import { expect, test } from 'vitest';
import { DECLARED_WINGS } from '../../tests/support/open-wings.ts';
import { QUEUES } from './whole.ts';

const { routes } = DECLARED_WINGS;

test('every file of records that can be taken away says so to the audit trail', () => {
  const files = routes.filter(({ path }) => /:format|\.csv|:file$/.test(path));
  const events = files.map((route) => [
    route.path,
    typeof route.audit === 'function'
      ? route.audit({ params: {}, query: new URLSearchParams() } as never).action
      : 'none',
  ]);
  expect(events.filter(([, action]) => action !== 'export')).toEqual([
    ['/imports/new/layouts/:file', 'none'],
  ]);
  expect(events.length).toBeGreaterThan(8);
});

test('the queues that are made are those that are worked', () => {
  expect(DECLARED_WINGS.jobs.map(({ queue }) => queue).toSorted()).toEqual(QUEUES.toSorted());
});

test('no address stands twice', () => {
  const addresses = routes.map(({ method, path }) => `${method} ${path}`);
  expect(addresses).toEqual([...new Set(addresses)]);
});
