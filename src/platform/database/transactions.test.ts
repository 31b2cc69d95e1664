import { beforeAll, describe, expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import {
  ALPHA,
  BETA,
  type ExampleTables,
  exampleMigrations,
  withTwoCouncils,
} from '../../../tests/support/example-tables.ts';
import type { Ground } from './ground.ts';

/** One of every kind of value that the schema may hold, as SQL and as it must come back. */
const VALUES: readonly (readonly [string, unknown])[] = [
  ['9007199254740991::bigint', 9_007_199_254_740_991],
  ['-7::int', -7],
  ['2::smallint', 2],
  ['0.1::float8', 0.1],
  ['12.50::numeric', '12.50'],
  ['true', true],
  ["date '2021-03-31'", '2021-03-31'],
  ["daterange('2021-03-31', '2021-04-02')", '[2021-03-31,2021-04-02)'],
  ["timestamptz '2021-03-31 12:00:00.25+01'", new Date('2021-03-31T11:00:00.250Z')],
  ["timestamp '2021-03-31 12:00:00'", '2021-03-31 12:00:00'],
  ["interval '90 minutes'", '01:30:00'],
  [`'{"a": [1, null]}'::jsonb`, { a: [1, null] }],
  [`'[1, "b"]'::json`, [1, 'b']],
  ["array['a', 'b,\"c', null]", ['a', 'b,"c', null]],
  ["array['2021-03-31'::date]", ['2021-03-31']],
  ['array[1, 2]::bigint[]', [1, 2]],
  ['array[]::text[]', []],
  ["'6f1c1a7e-0000-4000-8000-000000000000'::uuid", '6f1c1a7e-0000-4000-8000-000000000000'],
  ["'\\x00ff'::bytea", Uint8Array.of(0, 255)],
  ['null::text', null],
];

/** Parameters and the type they are read as. */
const PARAMETERS: readonly (readonly [unknown, string, unknown])[] = [
  [undefined, 'text', null],
  ['2021-03-31', 'date', '2021-03-31'],
  [12, 'bigint', 12],
  [12, 'text', '12'],
  [true, 'boolean', true],
  [new Date(1_000), 'timestamptz', new Date(1_000)],
  [{ a: "it's" }, 'jsonb', { a: "it's" }],
  ['[1]', 'jsonb', [1]],
  [['a"', 'b\\', null], 'text[]', ['a"', 'b\\', null]],
  [['2021-03-31'], 'date[]', ['2021-03-31']],
  [Uint8Array.of(1, 2), 'bytea', Uint8Array.of(1, 2)],
];

describeOnBothDatabases('a transaction', exampleMigrations, (open) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await withTwoCouncils(open);
  });

  it.each(VALUES)('reads %s', async (sql, expected) => {
    expect(await ground.read('E1', (tx) => tx.rows(`select ${sql}`))).toEqual([[expected]]);
  });

  it.each(PARAMETERS)('passes %o as %s', async (value, type, expected) => {
    const rows = await ground.read('E1', (tx) => tx.rows(`select $1::${type}`, [value]));
    expect(rows).toEqual([[expected]]);
  });

  it('refuses a whole number it cannot hold exactly', async () => {
    const reading = ground.read('E1', (tx) => tx.rows('select 9007199254740993'));
    await expect(reading).rejects.toThrow(/9007199254740993 is beyond exact/);
  });

  describe('insertMany', () => {
    it('adds 10,000 rows and says how many', async () => {
      async function* rows() {
        for (let n = 0; n < 10_000; n++) {
          yield [`n${n}`, '2021-03-31', n, n % 3 === 0 ? undefined : `note ${n}`, 'import-1'];
        }
      }
      const columns = ['example_id', 'day', 'amount', 'note', 'import_id'];
      const added = await ground.transaction<ExampleTables, number>(ALPHA, (tx) =>
        tx.insertMany('example', columns, rows()),
      );
      expect(added).toBe(10_000);
      const [sums] = await ground.read('E1', (tx) =>
        tx.rows(
          `select count(*), sum(amount), count(note), min(day), count(distinct example_id)
          from example where authority_id = $1`,
          ['E1'],
        ),
      );
      expect(sums).toEqual([10_000, '49995000', 6_666, '2021-03-31', 10_000]);
    });

    it('ignores rows that are there already, when asked, and counts the new ones', async () => {
      const ids = Array.from({ length: 1_200 }, (_, n) => [`again ${n}`]);
      await ground.transaction<ExampleTables, number>(BETA, (tx) =>
        tx.insertMany('example', ['example_id'], ids.slice(0, 700)),
      );
      const added = await ground.transaction<ExampleTables, number>(BETA, (tx) =>
        tx.insertMany('example', ['example_id'], ids, { onConflict: 'ignore' }),
      );
      expect(added).toBe(500);
    });

    it('fails on a row that is there already, and leaves nothing', async () => {
      const ids = Array.from({ length: 1_200 }, (_, n) => [`once ${n % 1_100}`]);
      const adding = ground.transaction<ExampleTables, number>(BETA, (tx) =>
        tx.insertMany('example', ['example_id'], ids),
      );
      await expect(adding).rejects.toThrow(/duplicate key/);
      const rows = await ground.read('E2', (tx) =>
        tx.rows(`select 1 from example where authority_id = 'E2' and example_id like 'once%'`),
      );
      expect(rows).toEqual([]);
    });

    it('adds none of none, and refuses a row of the wrong width', async () => {
      await ground.transaction<ExampleTables, void>(BETA, async (tx) => {
        expect(await tx.insertMany('example', ['example_id'], [])).toBe(0);
        const adding = tx.insertMany('example', ['example_id', 'note'], [['a', 'b'], ['c']]);
        await expect(adding).rejects.toThrow('example: 1 values for 2 columns');
      });
    });
  });

  it('speaks kysely on its own connection, and counts what it changed', async () => {
    const counts = await ground.transaction<ExampleTables, unknown>(ALPHA, async ({ db }) => {
      const row = { authority_id: 'E1', example_id: 'k' };
      const added = await db.insertInto('example').values(row).executeTakeFirst();
      const removed = await db
        .updateTable('example')
        .set({ note: 'kysely' })
        .where('authority_id', '=', 'E1')
        .where('example_id', '=', 'k')
        .returning(['example_id', 'note'])
        .executeTakeFirst();
      return [added.numInsertedOrUpdatedRows, removed];
    });
    expect(counts).toEqual([1n, { example_id: 'k', note: 'kysely' }]);
  });

  it('may not be opened inside another, nor ended by kysely', async () => {
    const nested = ground.transaction(ALPHA, () => ground.read('E1', (tx) => tx.rows('select 1')));
    await expect(nested).rejects.toThrow('inside a transaction already');
    const own = ground.transaction(ALPHA, (tx) => tx.db.transaction().execute(async () => 1));
    await expect(own).rejects.toThrow('already inside a transaction');
  });

  it('runs beside others, each alone in what it sees', async () => {
    const seen = await Promise.all(
      Array.from({ length: 30 }, (_, n) => {
        const authority = n % 2 === 0 ? 'E1' : 'E2';
        return ground.read(authority, async (tx) => {
          await tx.rows('select 1');
          return await tx.rows('select authority_id from authority');
        });
      }),
    );
    expect(seen).toEqual(seen.map((_, n) => [[n % 2 === 0 ? 'E1' : 'E2']]));
  });

  it('is rolled back, not committed, when a failed statement was passed over', async () => {
    const passing = ground.transaction(ALPHA, async (tx) => {
      await tx.rows('select 1 / 0').catch(() => []);
      return 'done';
    });
    await expect(passing).rejects.toThrow(/rolled back|failed transaction/);
  });
});
