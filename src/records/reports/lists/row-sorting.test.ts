import { expect, test } from 'vitest';
import { PAGE_SIZE, pageAsked, sortedRows } from './row-sorting.ts';

const rows = [
  { name: 'b', cost: 5 },
  { name: 'a', cost: null },
  { name: 'C', cost: -7 },
  { name: 'a', cost: 10 },
];

test('rows are sorted by value, empty cells last whichever way', () => {
  const costs = (order: 'ascending' | 'descending') =>
    sortedRows(rows, 'cost', order).map(({ cost }) => cost);
  expect(costs('ascending')).toEqual([-7, 5, 10, null]);
  expect(costs('descending')).toEqual([10, 5, -7, null]);
  expect(sortedRows(rows, 'name', 'ascending').map(({ cost }) => cost)).toEqual([null, 10, 5, -7]);
});

test.each([
  ['', 1],
  ['page=2', 2],
  ['page=99', 3],
  ['page=0', 1],
  ['page=x', 1],
])('"%s" asks for page %i of three', (query, page) => {
  expect(pageAsked(new URLSearchParams(query), PAGE_SIZE * 2 + 1)).toBe(page);
});
