import { afterAll, beforeAll, expect, it } from 'vitest';
import { newEmbeddedDatabase } from './databases.ts';
import { exampleMigrations } from './example-tables.ts';

type Database = Awaited<ReturnType<typeof newEmbeddedDatabase>>;

/** Everything that a test could leave: rows, tables, roles, settings, statements, temporary tables, open cursors. */
const LEFT = [
  `create table left_over as select n, repeat('x', 500) as text from generate_series(1, 5000) as n`,
  'create index on left_over (n)',
  'alter table audit_entry disable trigger user',
  'drop table example cascade',
  'create role left_over',
  'create temporary table left_here (n int)',
  'insert into left_here values (1)',
  `prepare left_over as select 'left'`,
  `set search_path = 'pg_catalog'`,
  'declare left_over cursor with hold for select 1',
  'vacuum full',
  'checkpoint',
];

/** What the database says of itself: every relation with its rows, every role, every setting, where its log ends. */
async function stateOf(database: Database): Promise<unknown> {
  const asked = [
    `select c.oid, c.relname, c.relfilenode, c.reltuples, c.relhasindex from pg_catalog.pg_class c order by 1`,
    `select tgname, tgenabled from pg_catalog.pg_trigger order by oid`,
    `select * from pg_catalog.pg_roles order by oid`,
    `select name, setting from pg_catalog.pg_settings order by name`,
    `select * from pg_catalog.pg_prepared_statements`,
    `select name from pg_catalog.pg_cursors where name <> ''`,
    `select pg_catalog.pg_current_wal_insert_lsn()`,
    `select pg_catalog.pg_current_xact_id()`,
    `select * from public.schema_migration order by 1`,
  ];
  const answers: unknown[] = [];
  for (const sql of asked) answers.push((await database.query(sql)).rows);
  return answers;
}

const held: Database[] = [];

beforeAll(async () => {
  // None that another file left, so that the one below is the only one.
  for (let many = 0; many < 3; many++) held.push(await newEmbeddedDatabase(exampleMigrations));
});

afterAll(async () => {
  for (const each of held) await each.close();
});

it.each([1, 2])('is as its migrations left it, whatever was done to it, time %i', async () => {
  const first = await newEmbeddedDatabase(exampleMigrations);
  const before = await stateOf(first);
  for (const sql of LEFT) await first.exec(sql);
  expect(await stateOf(first)).not.toEqual(before);
  await first.close();
  const second = await newEmbeddedDatabase(exampleMigrations);
  expect(second.Module).toBe(first.Module);
  expect(await stateOf(second)).toEqual(before);
  await second.close();
});

it('is not given again while a transaction goes on, nor with one left open', async () => {
  const first = await newEmbeddedDatabase(exampleMigrations);
  let committed = false;
  const running = first.transaction(async (tx) => {
    await tx.exec(`create role in_time`);
    committed = true;
  });
  await first.close();
  expect(committed).toBe(true);
  await running;
  const second = await newEmbeddedDatabase(exampleMigrations);
  expect((await second.query(`select from pg_roles where rolname = 'in_time'`)).rows).toEqual([]);
  await second.close();
});

it('answers nobody who closed it, though somebody else has it', async () => {
  const first = await newEmbeddedDatabase(exampleMigrations);
  await first.close();
  const second = await newEmbeddedDatabase(exampleMigrations);
  await expect(first.query('select 1')).rejects.toThrow('PGlite is closed');
  await expect(first.close()).rejects.toThrow('PGlite is closed');
  expect(first.closed).toBe(true);
  expect((await second.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await second.close();
});
