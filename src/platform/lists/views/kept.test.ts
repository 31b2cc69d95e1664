import { expect, test } from 'vitest';
import { isoDate } from '../../../core/plain-date.ts';
import type { PageRequest } from '../../http/route.ts';
import { choiceFilter, dayFilter, dayOfList, textFilter } from '../filters.tsx';
import { list } from '../list.ts';
import { anyList, asksTheSame, keptOf, stillHolding } from './kept.ts';

const WEEKS = anyList(
  list({
    ...{ name: 'beds', thing: 'list of beds', path: '/beds', section: 'Services' },
    ...{ permission: 'see beds', title: 'Beds' },
    filters: {
      week: dayOfList({
        ...{ label: 'Week', problem: 'Enter a week', words: (day) => `Week of ${day}` },
        ...{ usual: (today) => today, stays: true },
      }),
      child: textFilter({ label: 'Child', called: 'Child', personal: true }),
      home: textFilter({ label: 'Home', called: 'Home' }),
      kind: choiceFilter({
        ...{ label: 'Kind', any: 'All', problem: 'Choose a kind' },
        choices: [{ value: 'solo', text: 'Solo' }],
      }),
      from: dayFilter({ label: 'From', problem: 'Enter a day', words: (day) => `From ${day}` }),
    },
    load: async () => ({ rows: [{ home: 'Wold House' }], total: 1 }),
    columns: [
      { key: 'home', heading: 'Home', type: 'text' },
      { key: 'note', heading: 'Note', type: 'text', sortable: false },
    ],
    first: { key: 'home', order: 'ascending' },
    counted: () => '',
    empty: 'None.',
    noMatch: 'None.',
  }),
);

function asking(query: string): PageRequest {
  const request = { query: new URLSearchParams(query), today: isoDate('2026-11-27') };
  return request as unknown as PageRequest;
}

test.each([
  ['', ''],
  ['page=7&opened=x&view=none', ''],
  ['home=+Wold+&kind=solo', 'home=Wold&kind=solo'],
  ['from=1/3/2026', 'from=2026-03-01'],
  ['home=a&home=b', 'home=b'],
  ['sort=home&order=descending', 'sort=home&order=descending'],
  ['sort=home&order=drop+table', 'sort=home&order=ascending'],
  ['sort=note', ''],
  ['sort=home;--', ''],
  ['week=2026-01-04&home=Wold', 'home=Wold'],
  ['child=A100&home=Wold', 'home=Wold'],
  ['__proto__=x&constructor=y&toString=z&home=Wold', 'home=Wold'],
  ['home=%3Cscript%3E%26kind%3Dsolo', 'home=%3Cscript%3E%26kind%3Dsolo'],
  ['kind=', ''],
])('of "%s" a view keeps "%s"', (query, kept) => {
  expect(keptOf(WEEKS, asking(query))?.query.toString()).toBe(kept);
});

test.each(['kind=double', 'from=31/2/2026', `home=${'x'.repeat(61)}`, 'week=soon'])(
  'nothing is kept of "%s", which the list cannot read',
  (query) => {
    expect(keptOf(WEEKS, asking(query))).toBeUndefined();
  },
);

test('what may name somebody is told apart, and said', () => {
  const kept = keptOf(WEEKS, asking('child=A100&kind=solo&sort=note'));
  expect(kept).toMatchObject({ leftOut: ['Child: A100'] });
  expect(kept?.words).toContain('Solo');
  expect(kept?.query.has('child')).toBe(false);
});

test.each([
  ['home=Wold&kind=solo&sort=home&order=descending', []],
  ['home=Wold&beds=4', ['beds: 4']],
  ['kind=double&home=Wold', ['kind: double']],
  ['child=A100&home=Wold', ['child: A100']],
  ['constructor=x&home=Wold', ['constructor: x']],
  ['home=Wold&sort=price&order=ascending', ['sort: price']],
  ['home=Wold&sort=note&order=ascending', ['sort: note']],
])('of the stored "%s" %j holds no more', (stored, dropped) => {
  const holding = stillHolding(WEEKS, asking(''), stored);
  expect(holding.dropped).toEqual(dropped);
  expect(holding.query.get('home')).toBe('Wold');
  const kept = keptOf(WEEKS, { ...asking(''), query: holding.query });
  expect(kept && asksTheSame(kept.query, holding.query)).toBe(true);
});
