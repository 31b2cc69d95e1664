import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillDataFolder, newServerDatabase } from '../../../tests/support/databases.ts';
import {
  ALPHA,
  BETA,
  type ExampleTables,
  exampleMigrations,
  withTwoCouncils,
} from '../../../tests/support/example-tables.ts';
import { ownersAddress, postgresPrograms } from '../../../tests/support/postgres.ts';
import { verifyChain } from '../audit/verify-chain.ts';
import type { Ground } from '../database/ground.ts';
import { type DatabasePlace, openAsOwner, openGround } from '../database/open-ground.ts';
import { backUp, copyTo, restoreFrom } from './copies.ts';

const programs = postgresPrograms();
const AWKWARD = `O'Hara "x" \\ \n {a,b} Zoë \u2028 null`;

describe('a copy of the whole database', () => {
  let folder: string;
  let source: Ground;
  let file: string;

  const place = (name: string): DatabasePlace => ({
    databaseUrl: undefined,
    dataFolder: join(folder, name),
  });
  /** A place with a database in it that nothing was done to. */
  const readyPlace = async (name: string) => {
    await fillDataFolder(join(folder, name), []);
    return place(name);
  };
  const newServer = async (): Promise<DatabasePlace> => {
    const databaseUrl = await newServerDatabase(programs ?? '', []);
    return { databaseUrl, ownerUrl: ownersAddress(databaseUrl), dataFolder: folder };
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wellplaced-backup-'));
    source = await withTwoCouncils(async () =>
      openGround(await readyPlace('source'), exampleMigrations),
    );
    for (const acting of [ALPHA, BETA]) {
      await source.transaction<ExampleTables, void>(acting, async (tx) => {
        const columns = ['example_id', 'day', 'amount', 'note'];
        await tx.insertMany('example', columns, [
          ['a', '2021-06-01', 9_007_199_254_740_991, AWKWARD],
          ['b', null, -1, ''],
          ['c', null, null, null],
        ]);
        await tx.insertMany('example_part', ['example_id', 'part'], [['a', 1]]);
      });
    }
    file = join(folder, 'backup.gz');
    await backUp(source, file, { actor: 'Ada', now: new Date('2026-06-01T00:00:00Z') });
  });
  afterAll(async () => {
    await source.close();
    await rm(folder, { recursive: true });
  });

  const rowsOf = (ground: Ground, council: string) =>
    ground.read<ExampleTables, unknown[][]>(council, async (tx) => [
      ...(await tx.rows('select * from example where authority_id = $1 order by 2', [council])),
      ...(await tx.rows('select * from example_part where authority_id = $1', [council])),
      ...(await tx.rows('select * from authority where authority_id = $1', [council])),
      ...(await tx.rows('select * from audit_head where authority_id = $1', [council])),
      ...(await tx.rows('select * from audit_entry where authority_id = $1 order by seq', [
        council,
      ])),
    ]);

  async function same(there: DatabasePlace): Promise<void> {
    const copy = await openGround(there, exampleMigrations);
    expect(await copy.authorities()).toEqual(await source.authorities());
    for (const council of ['E1', 'E2']) {
      expect(await rowsOf(copy, council)).toEqual(await rowsOf(source, council));
      expect((await verifyChain(copy, council)).broken).toBeUndefined();
    }
    const changed = await copy.transaction<ExampleTables, number>(ALPHA, (tx) =>
      tx.insertMany('example', ['example_id'], [['after']]),
    );
    expect(changed).toBe(1);
    const before = await verifyChain(source, 'E1');
    expect(await verifyChain(copy, 'E1')).toMatchObject({
      entries: before.entries + 1,
      broken: undefined,
    });
    await copy.close();
  }

  it('is a file for its owner alone, and stands on the trail of every council', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    for (const council of ['E1', 'E2']) {
      const taken = await source.read<ExampleTables, unknown[][]>(council, (tx) =>
        tx.rows(
          `select actor, table_name from audit_entry where authority_id = $1 and action = 'export'`,
          [council],
        ),
      );
      expect(taken).toEqual([['Ada', 'whole database']]);
    }
  });

  it('restored holds the same, row for row, with a trail that goes on, embedded', async () => {
    const { counts, notes } = await restoreFrom(file, place('restored'), exampleMigrations);
    expect(counts.example?.rows).toBe(6);
    const { entries: seq, hash } = await verifyChain(source, 'E1');
    expect(notes?.[0]).toEqual({ authority: 'E1', seq, hash, at: '2026-06-01T00:00:00.000Z' });
    await same(place('restored'));
  });

  it('is refused over records that are there, which stay', async () => {
    const there = await readyPlace('full');
    const full = await openGround(there, exampleMigrations);
    await withTwoCouncils(async () => full);
    await full.close();
    await expect(restoreFrom(file, there, exampleMigrations)).rejects.toMatchObject({
      code: 'database-not-empty',
      message: 'The database to be filled holds records already, of E1, E2.',
    });
  });

  it.each<[string, (whole: Buffer) => Buffer, string]>([
    ['cut short', (whole) => whole.subarray(0, whole.length - 40), 'backup-damaged'],
    ['something else', () => Buffer.from('PK something'), 'backup-damaged'],
    [
      'without its end',
      (whole) => {
        const lines = gunzipSync(whole).toString().trimEnd().split('\n');
        return gzipSync(`${lines.slice(0, -1).join('\n')}\n`);
      },
      'backup-damaged',
    ],
    [
      'changed in one value',
      (whole) => gzipSync(gunzipSync(whole).toString().replace('2021-06-01', '2021-06-02')),
      'copy-differs',
    ],
    [
      'without one row',
      (whole) =>
        gzipSync(
          gunzipSync(whole)
            .toString()
            .replace(/\["E1","c",[^\]]*\],?/, ''),
        ),
      'backup-damaged|copy-differs',
    ],
    [
      'of a later version',
      (whole) => gzipSync(gunzipSync(whole).toString().replace('0001-platform', '9999-later')),
      'backup-of-another-version',
    ],
  ])('is refused, and nothing of it kept, when it is %s', async (name, change, code) => {
    const wrong = join(folder, 'wrong.gz');
    await writeFile(wrong, change(await readFile(file)));
    const there = await readyPlace(`for ${name}`);
    await expect(restoreFrom(wrong, there, exampleMigrations)).rejects.toMatchObject({
      code: expect.stringMatching(new RegExp(`^(${code})$`)),
    });
    const ground = await openGround(there, exampleMigrations);
    expect(await ground.authorities()).toEqual([]);
    await ground.close();
  });

  it.skipIf(programs === undefined)('goes from a file into a server', async () => {
    const server = await newServer();
    await restoreFrom(file, server, exampleMigrations);
    await same(server);
  });

  it.skipIf(programs === undefined)(
    'goes straight from embedded to a server and back',
    async () => {
      const server = await newServer();
      const target = await openAsOwner(server, exampleMigrations);
      const there = await copyTo(source, target, 'Ada');
      const back = await openGround(await readyPlace('back'), exampleMigrations);
      expect(await copyTo(target, back, 'Ada')).toMatchObject({ example: there.example });
      await back.close();
      await target.close();
    },
  );
});
