import { expect, test } from 'vitest';
import type { TabularRow } from '../downloads/tabular-data.ts';
import { byPseudonym } from './by-pseudonym.ts';

async function sortedRows(rows: readonly TabularRow[]): Promise<TabularRow[]> {
  const sorted: TabularRow[] = [];
  for await (const row of byPseudonym(rows, 'child')) sorted.push(row);
  return sorted;
}

test('rows stand by their pseudonym, whatever their order was, and those of no child last', async () => {
  const rows = ['P-C', null, 'P-A', 'P-B', 'P-A'].map((child, number) => ({ child, number }));
  const sorted = await sortedRows(rows);
  expect(sorted.map(({ child }) => child)).toEqual(['P-A', 'P-A', 'P-B', 'P-C', null]);
  // What is of one child keeps the order of the page.
  expect(sorted.slice(0, 2).map(({ number }) => number)).toEqual([2, 4]);
});

test('a long file loses no row, and no longer tells the order of the page', async () => {
  const rows = Array.from({ length: 45_000 }, (_, at) => ({ child: `P-${(at * 7919) % 45_000}` }));
  const sorted = await sortedRows(rows);
  expect(new Set(sorted.map(({ child }) => child)).size).toBe(45_000);
  const moved = sorted.filter(({ child }, at) => child !== rows[at]?.child).length;
  expect(moved).toBeGreaterThan(40_000);
});
