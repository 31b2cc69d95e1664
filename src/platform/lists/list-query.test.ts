import { expect, test } from 'vitest';
import { isoDate } from '../../core/plain-date.ts';
import type { ReadingRequest } from '../http/route.ts';
import { computedRows } from './computed-rows.ts';
import { choiceFilter, dayOfList, textFilter } from './filters.tsx';
import { list } from './list.ts';
import { actingFilters, clearedAddress, loadPage, pageAsked, readFilters } from './list-query.ts';

const ROWS = Array.from({ length: 7 }, (_, index) => ({ number: index + 1 }));
const TODAY = isoDate('2026-11-27');

const NUMBERS = list({
  ...{ name: 'numbers', thing: 'list of numbers', path: '/numbers', section: 'Records' },
  ...{ permission: 'see numbers', title: 'Numbers', pageSize: 3 },
  filters: {
    day: dayOfList({
      ...{ label: 'Day', problem: 'Enter a day', words: (day) => `Day ${day}` },
      ...{ usual: (today) => today, stays: true },
    }),
    search: textFilter({ label: 'Search', called: 'Search', personal: true }),
    parity: choiceFilter({
      ...{ label: 'Parity', any: 'All', problem: 'Choose a parity' },
      choices: [
        { value: 'odd', text: 'Odd ones' },
        { value: 'even', text: 'Even ones' },
      ],
    }),
  },
  load: async (_request, asked) =>
    computedRows(
      asked,
      ROWS.filter(({ number }) =>
        asked.values.parity === undefined
          ? true
          : (number % 2 === 1) === (asked.values.parity === 'odd'),
      ),
      {},
    ),
  columns: [
    { key: 'number', heading: 'Number', type: 'whole' },
    { key: 'name', heading: 'Name', type: 'text', sortable: false },
  ],
  first: { key: 'number', order: 'ascending' },
  counted: (total) => `${total} numbers`,
  empty: 'There is no number.',
  noMatch: 'There is no such number.',
});

function asking(query: string): ReadingRequest {
  return { query: new URLSearchParams(query), today: TODAY } as unknown as ReadingRequest;
}

async function loaded(query: string) {
  const request = asking(query);
  const check = readFilters(NUMBERS.filters, request);
  if (!check.ok) throw new Error(check.problems.map(({ message }) => message).join(' '));
  const { loaded: found, asked } = await loadPage(NUMBERS, request, check.values);
  return { page: asked.page, total: found.total, rows: found.rows.map(({ number }) => number) };
}

test.each([
  ['', 1],
  ['page=2', 2],
  ['page=99', 99],
  ['page=0', 1],
  ['page=-3', 1],
  ['page=1.5', 1],
  ['page=x', 1],
  ['page=99999999999999999999', 1],
])('"%s" asks for page %i', (query, page) => {
  expect(pageAsked(new URLSearchParams(query))).toBe(page);
});

test.each([
  ['', 1, [1, 2, 3]],
  ['page=3', 3, [7]],
  ['page=4', 3, [7]],
  ['page=900000', 3, [7]],
  ['page=2&parity=even', 1, [2, 4, 6]],
  ['page=2&parity=odd', 2, [7]],
  ['page=2&sort=number&order=descending', 2, [4, 3, 2]],
])('of "%s" page %i is shown: the last where the page lies beyond', async (query, page, rows) => {
  expect(await loaded(query)).toMatchObject({ page, rows });
});

test('a list that nothing is left of opens on its first page', async () => {
  const none = { ...NUMBERS, load: async () => ({ rows: [], total: 0, matching: [] }) };
  const request = asking('page=5');
  const check = readFilters(NUMBERS.filters, request);
  if (!check.ok) throw new Error('not read');
  expect((await loadPage(none, request, check.values)).asked.page).toBe(1);
});

test.each(['sort=name', 'sort=absent', 'sort=', 'sort=number&order=sideways'])(
  '"%s" sorts by nothing that does not sort',
  async (query) => {
    expect((await loaded(query)).rows).toEqual([1, 2, 3]);
  },
);

test('every filter that cannot be read is said at once', () => {
  const check = readFilters(NUMBERS.filters, asking('day=31/2/2026&parity=blue'));
  expect(check.ok ? [] : check.problems.map(({ message }) => message)).toEqual([
    'Enter a day',
    'Choose a parity',
  ]);
});

test('a filter that acts is said in words with the address without it; what the list is of stays', () => {
  const { query, ...request } = asking('day=26/11/2026&search=Ann&parity=odd&sort=number&page=2');
  const check = readFilters(NUMBERS.filters, { query, ...request });
  if (!check.ok) throw new Error('not read');
  const acting = actingFilters(NUMBERS, query, check.values, undefined);
  expect(acting.map(({ text, personal }) => [text, personal])).toEqual([
    ['Search: Ann', true],
    ['Odd ones', false],
  ]);
  expect(acting[0]?.without).toBe('/numbers?day=26%2F11%2F2026&parity=odd&sort=number');
  expect(clearedAddress(NUMBERS, check.values, query)).toBe('/numbers?day=2026-11-26');
});
