import { expect, test } from 'vitest';
import { redirect } from './reply.ts';

test('sends on to a path of this service', () => {
  expect(redirect('/children?sort=age')).toEqual({ kind: 'redirect', to: '/children?sort=age' });
});

test.each([
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '/\\elsewhere.example',
  'children',
])('refuses to send on to %s', (to) => {
  expect(() => redirect(to)).toThrow(RangeError);
});
