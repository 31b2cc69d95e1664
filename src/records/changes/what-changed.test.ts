import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { addCouncil, fileOf, importFiles } from '../../../tests/support/import-files.ts';
import { dayNumberOf, isoDate, type PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction, Ground } from '../../platform/database/ground.ts';
import { openReader } from '../intake/imports/import-sources.ts';
import { takeBack } from '../intake/taking-back/take-back.ts';
import { knownAt } from '../revisions/known-at.ts';
import { keyOf, type RecordRow } from '../revisions/record-row.ts';
import { RECORD_TABLES } from '../revisions/record-tables.ts';
import type { Turn } from '../revisions/revision.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { Change } from './change.ts';
import type { ChangeKind } from './change-kind.ts';
import { countChanges } from './count-changes.ts';
import { loadChangeSums } from './load-change-sums.ts';
import { loadChanges } from './load-changes.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const COSTS =
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective\n';
const cost = (child: string, rate: string, centre = 'A', from = '2018-05-01', to = '') =>
  `${child},2018-05-01,core,${rate},${from},${to},social_care,Oak,spot,${centre},3019\n`;
const costs = (...rows: string[]) => fileOf('placement_costs.csv', COSTS + rows.join(''));
const EPISODES = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,HOME_POST,PL_POST,URN\n';
const episodes = (year: number, ...rows: string[]) =>
  fileOf(`${year}/episodes.csv`, EPISODES + rows.join(''));
const episode = (child: string, decom: string, end = ',') =>
  `${child},${decom},S,C2,N1,U1,PR4,${end},AB1 1AA,AB1 2BB,\n`;
const PAYMENTS =
  'payment_ref,run_date,period_from,period_to,child_id,placement_start,provider,element,gross,contribution_source,contribution,cost_centre,subjective,status,corrects_ref\n';
const payments = (...rows: string[]) => fileOf('payments.csv', PAYMENTS + rows.join(''));
const payment = (ref: string, child: string, gross: string) =>
  `${ref},2021-02-01,2021-01-01,2021-01-31,${child},2018-05-01,Oak,core,${gross},,,,,actual,\n`;
const budgets = (...rows: string[]) =>
  fileOf(
    'budgets.csv',
    `financial_year,cost_centre,subjective,description,annual_amount,profile\n${rows.join('')}`,
  );
const names = (...rows: string[]) =>
  fileOf('names.csv', `child_id,given_name,family_name,home_address\n${rows.join('')}`);

const DAY = isoDate('2021-06-01');
const NOT_SAID = new Set([
  ...['authority_id', 'revision', 'import_id', 'file_number', 'line', 'return_year'],
]);

/** Every record by its table and key, as known at a revision. */
type Snapshot = ReadonlyMap<string, { readonly table: string; readonly row: RecordRow }>;

async function snapshot(ground: Ground, revision: number): Promise<Snapshot> {
  return ground.read<RecordsTables, Snapshot>(
    'A',
    knownAt(revision, async (tx) => {
      const found = new Map<string, { table: string; row: RecordRow }>();
      for (const record of RECORD_TABLES) {
        const sql = `select to_jsonb(t) from ${record.table} t where authority_id = $1`;
        for (const [json] of await tx.rows(sql, ['A'])) {
          const row = json as RecordRow;
          found.set(`${record.table}|${keyOf(record, row)}`, { table: record.table, row });
        }
      }
      return found;
    }),
  );
}

function said(row: RecordRow): string {
  return JSON.stringify(
    Object.entries(row)
      .filter(([name]) => !NOT_SAID.has(name))
      .sort(),
  );
}

interface Told {
  readonly table: string;
  readonly kind: ChangeKind;
  readonly revision: number;
  readonly before: RecordRow | null;
  readonly after: RecordRow | null;
}

/** What changed, worked out slowly from the whole of the records at every revision. */
function slowly(snapshots: readonly Snapshot[], from: number, until: number): Map<string, Told> {
  const changed = new Map<string, Told>();
  const keys = new Set(snapshots.slice(0, until + 1).flatMap((one) => [...one.keys()]));
  for (const key of keys) {
    const at = (revision: number) => snapshots[revision]?.get(key)?.row;
    let touched = 0;
    for (let revision = from + 1; revision <= until; revision += 1) {
      if (JSON.stringify(at(revision)) !== JSON.stringify(at(revision - 1))) touched = revision;
    }
    if (touched === 0) continue;
    const before = at(from) ?? null;
    const after = at(until) ?? null;
    const known = snapshots.slice(0, from + 1).some((one) => one.has(key));
    const kind = ((): ChangeKind => {
      if (before === null) return after === null ? 'passing' : known ? 'came-back' : 'added';
      if (after === null) return 'withdrawn';
      return said(before) === said(after) ? 'said-again' : 'changed';
    })();
    changed.set(key, { table: key.split('|')[0] ?? '', kind, revision: touched, before, after });
  }
  return changed;
}

/** The night of the day, as days are counted. */
function holdsNight({ from_date: from, to_date: to }: RecordRow): boolean {
  const night = dayNumberOf(DAY);
  const begun = dayNumberOf(from as PlainDate) <= night;
  return begun && (to === null || night < dayNumberOf(to as PlainDate));
}

function penceOf(row: RecordRow | null): number {
  if (row?.weekly_rate !== undefined) return holdsNight(row) ? Number(row.weekly_rate) : 0;
  return Number(row?.gross ?? row?.annual ?? 0);
}

function nightsOf(row: RecordRow | null): number {
  if (row?.decom === undefined) return 0;
  const day = dayNumberOf(DAY);
  let nights = 0;
  for (let night = day - 365; night < day; night += 1) {
    const open = row.dec === null || night < dayNumberOf(row.dec as PlainDate);
    if (night >= dayNumberOf(row.decom as PlainDate) && open) nights += 1;
  }
  return nights;
}

const ALL = { order: 'change', descending: false, offset: 0, limit: 1_000 } as const;

describeOnBothDatabases('what changed between two revisions', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  let workFolder: string;
  let snapshots: Snapshot[];

  async function turn(importId: string, kind: Turn) {
    const reader = openReader({});
    const desk = { ground, reader, workFolder, today: DAY, now: () => new Date() };
    const acting = { authority: 'A', actor: 'Data officer', reason: 'the wrong extract' };
    await takeBack({ ...desk, onProgress: () => undefined }, acting, importId, kind);
    await reader.close();
  }

  beforeAll(async () => {
    ground = await open();
    workFolder = await mkdtemp(join(tmpdir(), 'what-changed-'));
    await addCouncil(ground, 'A');
    await importFiles(ground, 'A', [
      costs(cost('1', '1000'), cost('2', '900')),
      episodes(2020, episode('1', '01/05/2019'), episode('2', '01/06/2019')),
      payments(payment('P1', '1', '10'), payment('P2', '2', '20')),
      budgets('2020-21,1,1,Care,12,equal\n'),
      names('1,Ann,Oak,1 High Street AB1 1AA\n'),
    ]);
    const second = await importFiles(ground, 'A', [
      costs(cost('1', '1000', 'B'), cost('3', '700')),
      payments(payment('P1', '1', '10')),
      budgets('2020-21,1,1,Care,24,equal\n'),
    ]);
    await importFiles(ground, 'A', [
      costs(
        ...[cost('1', '1000'), cost('2', '900')],
        cost('4', '40', 'A', '2018-05-01', '2020-01-01'),
        cost('5', '5', 'A', '2018-05-01', DAY),
        cost('6', '60', 'A', DAY, '2021-06-02'),
        cost('7', '70', 'A', '2021-06-02'),
      ),
    ]);
    await importFiles(ground, 'A', [
      episodes(2021, episode('1', '03/05/2019'), episode('2', '01/06/2019')),
    ]);
    await turn(second.importId, 'taken back');
    await turn(second.importId, 'put back');
    await importFiles(ground, 'A', [payments(payment('P2', '2', '25'))], 'whole');
    const [row] = await ground.read('A', (tx) =>
      tx.rows('select max(revision) from revision where authority_id = $1', ['A']),
    );
    snapshots = [];
    for (let revision = 0; revision <= Number(row?.[0]); revision += 1) {
      snapshots.push(await snapshot(ground, revision));
    }
  });
  afterAll(() => rm(workFolder, { recursive: true }));

  const changes = (from: number, until: number, filter: Parameters<typeof loadChanges>[2] = {}) =>
    ground.read<RecordsTables, readonly Change[]>('A', (tx) =>
      loadChanges(tx, { from, until }, filter, ALL),
    );

  test('is record by record what whole snapshots differ in, and so are its sums', async () => {
    expect(snapshots).toHaveLength(8);
    const kinds = new Set<ChangeKind>();
    for (let from = 0; from < snapshots.length; from += 1) {
      for (let until = from; until < snapshots.length; until += 1) {
        const slow = slowly(snapshots, from, until);
        const found = await changes(from, until);
        const told = new Map(
          found.map((change) => {
            const { table, kind, revision, before, after } = change;
            const record = RECORD_TABLES.find((one) => one.table === table);
            const key = keyOf(record as never, after ?? before ?? change.passing ?? {});
            return [`${table}|${key}`, { table, kind, revision, before, after }];
          }),
        );
        expect(told).toEqual(slow);
        const sums = await ground.read('A', (tx: Transaction) =>
          loadChangeSums(tx, { from, until }, DAY),
        );
        const all = [...slow.values()];
        for (const { kind } of all) kinds.add(kind);
        const sum = (of: (told: Told) => number) => all.reduce((total, one) => total + of(one), 0);
        const summed = (
          name: 'records' | 'penceBefore' | 'penceAfter' | 'nightsBefore' | 'nightsAfter',
        ) => sums.sums.reduce((total, one) => total + one[name], 0);
        expect(summed('records')).toBe(all.length);
        expect(summed('penceBefore')).toBe(sum(({ before }) => penceOf(before)));
        expect(summed('penceAfter')).toBe(sum(({ after }) => penceOf(after)));
        expect(summed('nightsBefore')).toBe(sum(({ before }) => nightsOf(before)));
        expect(summed('nightsAfter')).toBe(sum(({ after }) => nightsOf(after)));
        const concerned = all.filter(({ kind }) => kind !== 'said-again' && kind !== 'passing');
        const children = concerned.map(({ before, after }) => (after ?? before)?.child_id);
        expect(sums.children).toBe(new Set(children.filter((id) => id !== undefined)).size);
      }
    }
    expect([...kinds].sort()).toEqual([
      ...['added', 'came-back', 'changed', 'passing', 'said-again', 'withdrawn'],
    ]);
  });

  test('sums the weekly rates of the costs that hold the night of the day, and of no other', async () => {
    const rates = async (from: number, until: number) => {
      const { sums } = await ground.read('A', (tx: Transaction) =>
        loadChangeSums(tx, { from, until }, DAY),
      );
      const costs = sums.filter(({ table }) => table === 'cost_element');
      const pence = (name: 'penceBefore' | 'penceAfter') =>
        costs.reduce((total, sum) => total + sum[name], 0);
      return [pence('penceBefore'), pence('penceAfter')];
    };
    // The second import priced children 1 and 3; the third children 1, 2 and, on that night, 6.
    expect(await rates(2, 3)).toEqual([170_000, 196_000]);
    expect(await rates(0, 1)).toEqual([0, 190_000]);
  });

  test('is narrowed by kind of record, by what became of it, by cause and by child', async () => {
    const last = snapshots.length - 1;
    const all = await changes(0, last);
    const sums = await ground.read('A', (tx: Transaction) =>
      loadChangeSums(tx, { from: 0, until: last }, DAY),
    );
    const filters = [
      { table: 'cost_element' },
      { kind: 'changed' },
      { cause: last },
      { childIds: ['2'] },
      { childIds: ['2'], table: 'payment', kind: 'added' },
      { childIds: [] },
      { table: 'budget', childIds: ['1'] },
    ] as const;
    for (const filter of filters) {
      const narrowed = await changes(0, last, filter);
      const wanted = all.filter(
        (one) =>
          (!('table' in filter) || one.table === filter.table) &&
          (!('kind' in filter) || one.kind === filter.kind) &&
          (!('cause' in filter) || one.revision === filter.cause) &&
          (!('childIds' in filter) ||
            (filter.childIds as readonly unknown[]).includes(one.childId)),
      );
      expect(new Set(narrowed)).toEqual(new Set(wanted));
      const count = await ground.read('A', (tx: Transaction) =>
        countChanges(tx, { from: 0, until: last }, filter, sums),
      );
      expect(count).toBe(wanted.length);
    }
  });

  test('comes a page at a time, each record once, in any order', async () => {
    const last = snapshots.length - 1;
    for (const order of ['change', 'records', 'child', 'cause'] as const) {
      for (const descending of [false, true]) {
        const pages: Change[] = [];
        for (let offset = 0; ; offset += 4) {
          const page = { order, descending, offset, limit: 4 };
          const some = await ground.read('A', (tx: Transaction) =>
            loadChanges(tx, { from: 0, until: last }, {}, page),
          );
          pages.push(...some);
          if (some.length < 4) break;
        }
        expect(new Set(pages)).toEqual(new Set(await changes(0, last)));
        expect(pages).toHaveLength((await changes(0, last)).length);
      }
    }
  });

  test('leaves out children hidden from the reader, and names for who may not see them', async () => {
    const last = snapshots.length - 1;
    const hiding = ground.beginningWith('select app_sees_names($1)', [false]);
    const found = await hiding.read('A', (tx: Transaction) =>
      loadChanges(tx, { from: 0, until: last }, {}, ALL),
    );
    expect(found.some(({ table }) => table === 'child_name')).toBe(false);
    expect((await changes(0, last)).some(({ table }) => table === 'child_name')).toBe(true);
  });
});
