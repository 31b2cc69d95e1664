import { expect, test } from 'vitest';
import { sortedRows } from './computed-rows.ts';

const rows = [
  { name: 'b', cost: 5 },
  { name: 'a', cost: null },
  { name: 'C', cost: -7 },
  { name: 'a', cost: 10 },
];

test('rows are sorted by value, empty cells last whichever way', () => {
  const costs = (order: 'ascending' | 'descending') =>
    sortedRows(rows, { key: 'cost', order }).map(({ cost }) => cost);
  expect(costs('ascending')).toEqual([-7, 5, 10, null]);
  expect(costs('descending')).toEqual([10, 5, -7, null]);
  const byName = sortedRows(rows, { key: 'name', order: 'ascending' });
  expect(byName.map(({ cost }) => cost)).toEqual([null, 10, 5, -7]);
});
