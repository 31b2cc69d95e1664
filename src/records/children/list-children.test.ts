import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { dateOfDayNumber, dayNumberOf, isoDate } from '../../core/plain-date.ts';
import { createAuthority } from '../../platform/database/authorities.ts';
import type { Ground } from '../../platform/database/ground.ts';
import { PLACEMENT_GROUPS } from '../codes/placement-group.ts';
import type { ChildrenFilter } from '../paths.ts';
import { loadWeeklyReport } from '../reports/weekly-report/load-report.ts';
import { weekEndingOn } from '../reports/weekly-report/week.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { SORT_KEYS } from './children-sorting.ts';
import { loadChildren } from './list-children.ts';

const PAGE_SIZE = 50;
const NIGHT = isoDate('2021-03-31');
const LAST = dayNumberOf(NIGHT);
const POSTCODES = ['AB1 2CD', 'AB1 2CE', 'EF10 3GH', 'EF1A 3GH', 'ZZ9 9ZZ'];
const WRITTEN = ['AB12CD', ' ab1  2ce', 'EF10\u00a03GH', 'EF1A 3GH', 'ZZ99ZZ', 'NOT ONE', null];
const PLACES = [
  'U1',
  'U4',
  'U5',
  'U6',
  'K1',
  'K2',
  'K3',
  'H5',
  'P1',
  'P2',
  'A3',
  'R1',
  'R5',
  'S1',
  'T1',
  'T4',
  'Z1',
  'Q9',
];
const PROVIDERS = ['PR0', 'PR1', 'PR3', 'PR4', 'PR5', 'PR9', null];

const or = <Value>(values: readonly Value[]) => fc.constantFrom(...values);
const run = fc.record({
  wait: or([0, 0, 0, 3, 40]),
  nights: or([0, 1, 7, 60, 200, 400]),
  rne: or(['S', 'P', 'L', 'B', 'T', 'U', null]),
  ls: or(['C1', 'C2', 'V2', 'V3', 'V4', null]),
  place: or(PLACES),
  provider: or(PROVIDERS),
  urn: or(['SC1', 'SC2', null]),
  home: or(WRITTEN),
  placement: or(WRITTEN),
});
const child = fc.record({
  born: fc.option(fc.integer({ min: LAST - 18 * 366, max: LAST - 14 * 366 }), { nil: null }),
  sex: or(['1', '2', 'M', 'F', null]),
  first: fc.integer({ min: LAST - 900, max: LAST + 10 }),
  runs: fc.array(run, { minLength: 1, maxLength: 6 }),
  open: fc.boolean(),
  uasc: or<number | null | undefined>([undefined, undefined, null, LAST, LAST + 1]),
  rates: fc.array(fc.integer({ min: 0, max: 900_000 }), { maxLength: 3 }),
});
const council = fc.record({
  children: fc.array(child, { minLength: 20, maxLength: 60 }),
  areaCodes: or([['E1'], ['E1', 'E2'], []]),
  points: fc.array(
    fc.record({
      code: or(['E1', 'E2', 'W9', null]),
      easting: fc.option(fc.integer({ min: 400_000, max: 480_000 }), { nil: null }),
      northing: fc.integer({ min: 300_000, max: 340_000 }),
    }),
    { minLength: 4, maxLength: 4 },
  ),
});
type RandomCouncil = typeof council extends fc.Arbitrary<infer Value> ? Value : never;

async function store(ground: Ground, code: string, random: RandomCouncil): Promise<void> {
  await createAuthority(ground, { code, name: code, areaCodes: random.areaCodes }, 'a test');
  const acting = { authority: code, actor: 'a test', reason: 'random records' };
  const children: unknown[][] = [];
  const episodes: unknown[][] = [];
  const unaccompanied: unknown[][] = [];
  const elements: unknown[][] = [];
  random.children.forEach(({ born, sex, first, runs, open, uasc, rates }, number) => {
    const childId = `C${number}`;
    children.push([childId, born === null ? null : dateOfDayNumber(born), sex, 2021, 'one']);
    if (uasc !== undefined) {
      unaccompanied.push([childId, uasc === null ? null : dateOfDayNumber(uasc), 2021, 'one']);
    }
    let day = first;
    const starts = new Set<number>();
    runs.forEach((each, at) => {
      const decom = starts.has(day + each.wait) ? day + each.wait + 1 : day + each.wait;
      starts.add(decom);
      const end = open && at === runs.length - 1 ? null : dateOfDayNumber(decom + each.nights);
      const { rne, ls, place, provider, urn, home, placement } = each;
      const coded = [rne, ls, place, provider, urn, home, placement, 2021, 'one'];
      episodes.push([childId, dateOfDayNumber(decom), end, ...coded]);
      day = decom + each.nights;
    });
    rates.forEach((rate, at) => {
      const element = ['core', 'health', 'education'][at];
      const from = dateOfDayNumber(LAST - 30);
      elements.push([childId, from, element, rate, from, 'social_care', `Home ${rate % 3}`, 'one']);
    });
  });
  await ground.transaction<RecordsTables, void>(acting, async (tx) => {
    await tx.insertMany('child', ['child_id', 'dob', 'sex', 'return_year', 'import_id'], children);
    await tx.insertMany(
      'episode',
      [
        ...[
          'child_id',
          'decom',
          'dec',
          'rne',
          'ls',
          'place',
          'place_provider',
          'urn',
          'home_post',
          'pl_post',
        ],
        'return_year',
        'import_id',
      ],
      episodes,
    );
    await tx.insertMany('uasc', ['child_id', 'duc', 'return_year', 'import_id'], unaccompanied);
    await tx.insertMany(
      'cost_element',
      [
        'child_id',
        'placement_start',
        'element',
        'weekly_rate',
        'from_date',
        'funder',
        'provider',
        'import_id',
      ],
      elements,
    );
    const points = random.points.map((point, at) => [
      POSTCODES[at],
      point.code,
      point.easting,
      point.northing,
      'one',
    ]);
    await tx.insertMany(
      'postcode',
      ['postcode', 'local_authority', 'easting', 'northing', 'import_id'],
      points,
    );
    await tx.insertMany('provider', ['urn', 'name', 'import_id'], [['SC1', 'Wold House', 'one']]);
  });
}

describeOnBothDatabases('the list of children', ALL_MIGRATIONS, (open) => {
  test('has as many rows behind each figure of the weekly report as the figure says', async () => {
    const ground = await open();
    const councils = fc.sample(council, { seed: 903, numRuns: 8 });
    let compared = 0;
    for (const [at, random] of councils.entries()) {
      const code = `X${at}`;
      await store(ground, code, random);
      const { children } = await loadWeeklyReport(
        ground,
        { code, name: code },
        weekEndingOn(NIGHT),
      );
      // Those left out are in no list of children: they are findings.
      const { leftOut: _findings, ...listed } = children;
      const rowsOf = async (filter: ChildrenFilter) => {
        const order = { key: 'child', order: 'ascending' } as const;
        const asked = { filter, night: NIGHT, order, page: 1, pageSize: PAGE_SIZE };
        const { total, rows } = await ground.read(code, (tx) => loadChildren(tx, asked));
        expect(rows.length).toBe(Math.min(total, PAGE_SIZE));
        return total;
      };
      expect({
        total: await rowsOf({}),
        inArea: await rowsOf({ area: 'in' }),
        outOfArea: await rowsOf({ area: 'out' }),
        areaUnknown: await rowsOf({ area: 'unknown' }),
        over20MilesAndOut: await rowsOf({ far: 'yes' }),
        aged16plus: await rowsOf({ age: '16plus' }),
        uasc: await rowsOf({ uasc: 'yes' }),
        shortBreaks: await rowsOf({ shortBreaks: 'yes' }),
        byGroup: Object.fromEntries(
          await Promise.all(
            PLACEMENT_GROUPS.map(async (group) => [group, await rowsOf({ group })]),
          ),
        ),
      }).toEqual(listed);
      compared += children.total + children.over20MilesAndOut + children.uasc;
    }
    expect(compared).toBeGreaterThan(80);
  });

  test('sorts by every column both ways, the unknown last, and pages without gap or repeat', async () => {
    const ground = await open();
    const [random] = fc.sample(council, { seed: 7, numRuns: 1 });
    if (random === undefined) throw new Error('no council');
    await store(ground, 'X', {
      ...random,
      children: Array.from({ length: 3 }, () => random.children).flat(),
    });
    for (const key of SORT_KEYS) {
      for (const order of ['ascending', 'descending'] as const) {
        const pageOf = (page: number) =>
          ground.read('X', (tx) =>
            loadChildren(tx, {
              filter: { known: 'all' },
              night: NIGHT,
              order: { key, order },
              page,
              pageSize: PAGE_SIZE,
            }),
          );
        const { total } = await pageOf(1);
        const pages = Array.from({ length: Math.ceil(total / PAGE_SIZE) }, (_none, at) =>
          pageOf(at + 1),
        );
        const rows = (await Promise.all(pages)).flatMap((page) => page.rows);
        expect(new Set(rows.map(({ childId }) => childId)).size).toBe(total);
        expect(total).toBe(random.children.length * 3);
        if (key === 'placement' || key === 'child' || key === 'provider') continue;
        const values = rows.map((row) => {
          if (key === 'age') return row.dateOfBirth === null ? null : -dayNumberOf(row.dateOfBirth);
          if (key === 'sex')
            return row.sex === null ? null : ({ '1': 'M', '2': 'F' }[row.sex] ?? row.sex);
          return row[key];
        });
        const known = values.filter((value) => value !== null);
        expect(values.slice(0, known.length)).toEqual(known);
        const way = order === 'ascending' ? 1 : -1;
        expect(known).toEqual([...known].sort((a, b) => (a < b ? -way : a > b ? way : 0)));
      }
    }
  });
});
