import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import {
  addCouncil,
  fileOf,
  importFiles,
  recordsOf,
} from '../../../../tests/support/import-files.ts';
import { isoDate } from '../../../core/plain-date.ts';
import type { Ground } from '../../../platform/database/ground.ts';
import { knownAt } from '../../revisions/known-at.ts';
import { RECORD_TABLES } from '../../revisions/record-tables.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { SourceFile } from '../files/source-file.ts';
import { openReader } from '../imports/import-sources.ts';
import { takeBack } from './take-back.ts';

const COSTS =
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective\n';
const EPISODES = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,HOME_POST,PL_POST,URN\n';
const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n';
const PAYMENTS =
  'payment_ref,run_date,period_from,period_to,child_id,placement_start,provider,element,gross,contribution_source,contribution,cost_centre,subjective,status,corrects_ref\n';

/** What of a row is no matter when two councils are compared. */
const OF_THE_COUNCIL = [
  'authority_id',
  'import_id',
  'revision',
  'repair_key',
  'resolved_import_id',
];

const child = fc.constantFrom('1', '2', '3');
const cost = fc
  .tuple(
    child,
    fc.constantFrom('900', '950'),
    fc.constantFrom('A', 'B'),
    fc.constantFrom('Oak', 'Elm'),
  )
  .map(
    ([who, rate, centre, provider]) =>
      `${who},2018-05-01,core,${rate},2018-05-01,,social_care,${provider},spot,${centre},3019\n`,
  );
const payment = fc
  .tuple(fc.constantFrom('P1', 'P2'), child, fc.constantFrom('10', '20', '30'))
  .map(
    ([ref, who, gross]) =>
      `${ref},2021-02-01,2021-01-01,2021-01-31,${who},2018-05-01,Oak,core,${gross},,,,,actual,\n`,
  );
const episode = (year: number) =>
  fc
    .tuple(child, fc.constantFrom('05', '07', '09'), fc.boolean())
    .map(([who, month, ended]) =>
      ended
        ? `${who},01/${month}/${year - 1},S,C2,N1,U1,PR4,01/12/${year - 1},E4A,,,\n`
        : `${who},01/${month}/${year - 1},S,C2,N1,U1,PR4,,,,,\n`,
    );
const header = child.map((who) => `${who},1,0${who}/02/2010,WBRI,,,\n`);

const rowsOf = (row: fc.Arbitrary<string>) => fc.array(row, { minLength: 1, maxLength: 5 });
const files = fc
  .record(
    {
      costs: rowsOf(cost),
      payments: rowsOf(payment),
      first: rowsOf(episode(2020)),
      second: rowsOf(episode(2021)),
      header: rowsOf(header),
    },
    { requiredKeys: [] },
  )
  .map(({ costs, payments, first, second, header: children }): SourceFile[] => {
    const file = (path: string, head: string, rows: readonly string[] | undefined) =>
      rows === undefined ? [] : [fileOf(path, head + rows.join(''))];
    return [
      ...file('placement_costs.csv', COSTS, costs),
      ...file('payments.csv', PAYMENTS, payments),
      ...file('2020/episodes.csv', EPISODES, first),
      ...file('2021/episodes.csv', EPISODES, second),
      ...file('2021/header.csv', HEADER, children),
    ];
  });
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      files,
      extent: fc.constantFrom(undefined, 'whole' as const, 'changes' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ turn: fc.nat(9) }) },
);

describeOnBothDatabases('taking imports back', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  let workFolder: string;
  let councils = 0;
  beforeAll(async () => {
    ground = await open();
    workFolder = await mkdtemp(join(tmpdir(), 'taking-back-'));
  });
  afterAll(() => rm(workFolder, { recursive: true }));

  async function council(): Promise<string> {
    councils += 1;
    await addCouncil(ground, `C${councils}`);
    return `C${councils}`;
  }

  async function turn(authority: string, importId: string, kind: 'taken back' | 'put back') {
    const reader = openReader({});
    const desk = { ground, reader, workFolder, today: isoDate('2021-06-01') };
    const acting = { authority, actor: 'Data officer', reason: 'it was the wrong extract' };
    const more = { now: () => new Date(), onProgress: () => undefined };
    return takeBack({ ...desk, ...more }, acting, importId, kind).finally(() => reader.close());
  }

  async function records(authority: string, revision?: number) {
    const found: Record<string, string[]> = {};
    const work = async (tx: { rows: (sql: string, values: unknown[]) => Promise<unknown[][]> }) => {
      for (const { table } of RECORD_TABLES) {
        const rows = await tx.rows(`select to_jsonb(t) from ${table} t where authority_id = $1`, [
          authority,
        ]);
        found[table] = rows.map(([row]) => JSON.stringify(row)).sort();
      }
    };
    await ground.read<RecordsTables, void>(
      authority,
      revision === undefined ? work : knownAt(revision, work),
    );
    return found;
  }

  test('has the records as if the import had never been, and again as it was', async () => {
    const authority = await council();
    const costs = (...rows: string[]) => [fileOf('placement_costs.csv', COSTS + rows.join(''))];
    const row = (who: string, rate: string, centre: string) =>
      `${who},2018-05-01,core,${rate},2018-05-01,,social_care,Oak,spot,${centre},3019\n`;
    const first = await importFiles(
      ground,
      authority,
      costs(row('1', '900', 'A'), row('2', '900', 'A')),
    );
    const wrong = await importFiles(
      ground,
      authority,
      costs(row('1', '9000', 'B'), row('3', '900', 'A')),
    );
    const third = await importFiles(
      ground,
      authority,
      costs(row('1', '9000', 'B'), row('4', '1', 'A')),
      'changes',
    );
    const all = await records(authority);
    expect(await turn(authority, wrong.importId, 'taken back')).toEqual({
      added: 1,
      changed: 1,
      withdrawn: 1,
    });
    const told = (await records(authority)).cost_element?.map((text) => {
      const { child_id, weekly_rate, cost_centre, import_id } = JSON.parse(text);
      return [child_id, weekly_rate, cost_centre, import_id];
    });
    expect(told?.sort()).toEqual([
      ['1', 900_000, 'B', third.importId],
      ['2', 90_000, 'A', first.importId],
      ['4', 100, 'A', third.importId],
    ]);
    await expect(turn(authority, wrong.importId, 'taken back')).rejects.toThrow('does not stand');
    await turn(authority, wrong.importId, 'put back');
    const without = (rows: Record<string, string[]>) =>
      JSON.stringify(rows).replace(/\\"revision\\":\d+/g, '');
    expect(without(await records(authority))).toBe(without(all));
    await expect(turn(authority, wrong.importId, 'put back')).rejects.toThrow('stands');
    await expect(turn(authority, 'nowhere', 'taken back')).rejects.toThrow('does not stand');
  });

  test('after any imports taken back and put back, the records are those of the imports that stand, and known at each revision as they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
        const authority = await council();
        const made: { importId: string; stands: boolean; again: () => Promise<unknown> }[] = [];
        const snapshots: Record<string, string[]>[] = [];
        const other = await council();
        for (const one of steps) {
          if ('files' in one) {
            if (one.files.length === 0) continue;
            const { importId } = await importFiles(ground, authority, one.files, one.extent);
            const again = () => importFiles(ground, other, one.files, one.extent);
            made.push({ importId, stands: true, again });
          } else {
            const each = made[one.turn % Math.max(1, made.length)];
            if (each === undefined) continue;
            await turn(authority, each.importId, each.stands ? 'taken back' : 'put back');
            each.stands = !each.stands;
          }
          snapshots.push(await records(authority));
        }
        for (const { stands, again } of made) if (stands) await again();
        const ignored = [...OF_THE_COUNCIL];
        const [mine, theirs] = await Promise.all([
          recordsOf(ground, authority, ignored),
          recordsOf(ground, other, ignored),
        ]);
        const { repair: _r, finding: _f, child: mineChildren, ...mineRecords } = mine;
        const { repair: _s, finding: _g, child: theirChildren, ...theirRecords } = theirs;
        expect(mineRecords).toEqual(theirRecords);
        // A child once named stays by the identifier.
        const known = mineChildren?.filter((row) => !row.includes('["return_year",0]'));
        expect(known).toEqual(theirChildren?.filter((row) => !row.includes('["return_year",0]')));
        for (const [at, snapshot] of snapshots.entries()) {
          expect(await records(authority, at + 1)).toEqual(snapshot);
        }
      }),
      { numRuns: Number(process.env.WELLPLACED_SEQUENCES ?? 12) },
    );
  }, 240_000);
});
