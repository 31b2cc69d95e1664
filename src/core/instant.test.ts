import { expect, test } from 'vitest';
import { instantInWords } from './instant.ts';

test.each([
  ['2026-11-22T10:14:59Z', '22 November 2026 at 10:14'],
  ['2026-07-01T23:30:00Z', '2 July 2026 at 00:30'],
])('an instant is told in the United Kingdom’s time: %s', (instant, words) => {
  expect(instantInWords(new Date(instant))).toBe(words);
});
