import { expect, test } from 'vitest';
import { keptDone, saidDone } from './done.ts';

const KEPT = keptDone('token', '/settings?setting=a#a', 'Beds kept free – “8” – was changed.');

test('what was done is said by the page that it is kept for, in its session', () => {
  const words = 'Beds kept free – “8” – was changed.';
  expect(saidDone(KEPT, 'token', '/settings')).toBe(words);
  expect(saidDone(KEPT, 'token', '/settings?page=2')).toBe(words);
});

test.each([
  ['another session', KEPT, 'other', '/settings'],
  ['another page', KEPT, 'token', '/people'],
  ['other words', `${Buffer.from('All is paid').toString('base64url')}.${KEPT.split('.')[1]}`],
  ['no signature', KEPT.split('.')[0]],
  ['an empty signature', `${KEPT.split('.')[0]}.`],
  ['a signature cut short', KEPT.slice(0, -2)],
  ['nothing', ''],
  ['no cookie', undefined],
  ['noise', '%%%.%%%'],
])('and by no other: %s', (_what, kept, token = 'token', path = '/settings') => {
  expect(saidDone(kept, token, path)).toBeUndefined();
});
