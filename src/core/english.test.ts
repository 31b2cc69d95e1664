import { expect, it } from 'vitest';
import { counted, inFigures, listed, oneOrMore } from './english.ts';

it.each([
  [0, '0 rows'],
  [1, '1 row'],
  [2, '2 rows'],
  [1204, '1,204 rows'],
  [1_000_000, '1,000,000 rows'],
])('%d is counted as %s', (number, words) => {
  expect(counted(number, 'row')).toBe(words);
});

it('what has a plural of its own is counted by it', () => {
  expect(counted(1, 'child', 'children')).toBe('1 child');
  expect(counted(2, 'child', 'children')).toBe('2 children');
  expect(oneOrMore(1, 'row ends', 'rows end')).toBe('row ends');
  expect(oneOrMore(0, 'row ends', 'rows end')).toBe('rows end');
});

it.each([
  [[], ''],
  [['A'], 'A'],
  [['A', 'B'], 'A and B'],
  [['A', 'B', 'C'], 'A, B and C'],
])('%j is listed as "%s"', (things, words) => {
  expect(listed(things)).toBe(words);
});

it('a list of choices ends with or, and figures are parted by thousands', () => {
  expect(listed(['A', 'B', 'C'], 'or')).toBe('A, B or C');
  expect(inFigures(-1234)).toBe('-1,234');
});
