import { describe, expect, it, vi } from 'vitest';
import { councilTable } from '../../../tests/support/council-table.ts';
import {
  newEmbeddedDatabase,
  newServerDatabase,
  platformMigration,
} from '../../../tests/support/databases.ts';
import { type ExampleTables, exampleMigrations } from '../../../tests/support/example-tables.ts';
import { ownersAddress, postgresPrograms } from '../../../tests/support/postgres.ts';
import { createAuthority } from './authorities.ts';
import { embeddedEngine } from './embedded-engine.ts';
import type { Engine } from './engine.ts';
import type { Migration } from './ground.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { groundOn } from './open-ground.ts';
import { brokenSchemaRules } from './schema-rules.ts';
import { serverEngine } from './server-engine.ts';

const KEY = 'authority_id text not null, id text not null';

function migration(name: string, sql: string): Migration {
  return { name, sql };
}

const programs = postgresPrograms();

/** Each gives an engine on the same database as often as it is asked. */
const databases = {
  async embedded() {
    const engine = embeddedEngine(await newEmbeddedDatabase([]), async () => undefined);
    return () => ({ ...engine, close: async () => undefined });
  },
  async server() {
    const address = await newServerDatabase(programs ?? '', []);
    return () => serverEngine(ownersAddress(address));
  },
};

async function appliedTo(engine: Engine): Promise<unknown[][]> {
  const { rows } = await engine.transaction('read only', (session) =>
    session.arrays('select name, applied_at from schema_migration order by name'),
  );
  return rows;
}

describe.each(Object.entries(databases))('migrations, %s', (kind, database) => {
  const test = it.skipIf(kind === 'server' && programs === undefined);

  test('are applied once, by however many start at once', async () => {
    const engine = await database();
    const grounds = await Promise.all(
      Array.from({ length: kind === 'server' ? 4 : 1 }, () =>
        groundOn(engine(), exampleMigrations),
      ),
    );
    const first = await appliedTo(engine());
    expect(first.map(([name]) => name)).toEqual(exampleMigrations.map(({ name }) => name));
    for (const ground of grounds) await ground.close();
    await groundOn(engine(), exampleMigrations);
    expect(await appliedTo(engine())).toEqual(first);
  });

  test('that changed, or that this version does not know, are refused', async () => {
    const engine = await database();
    await (await groundOn(engine(), exampleMigrations)).close();
    const [platform, example] = exampleMigrations;
    if (platform === undefined || example === undefined) throw new Error('two migrations');
    await expect(
      groundOn(engine(), [platform, { ...example, sql: `${example.sql} ` }]),
    ).rejects.toMatchObject({
      code: 'migration-changed',
      message: 'The migration 0002-example is not the one that was applied to this database.',
    });
    await expect(groundOn(engine(), [platform])).rejects.toMatchObject({ code: 'database-newer' });
  });

  test('that fail leave nothing behind', async () => {
    const engine = await database();
    const failing = migration('0002-fails', 'create table half (id int); select 1 / 0;');
    await expect(groundOn(engine(), [platformMigration, failing])).rejects.toMatchObject({
      code: 'migration-failed',
      message: expect.stringMatching(/0002-fails failed and was rolled back: division by zero/),
    });
    expect((await appliedTo(engine())).map(([name]) => name)).toEqual(['0001-platform']);
    const { rows } = await engine().transaction('read only', (session) =>
      session.arrays(`select to_regclass('half')::text`),
    );
    expect(rows).toEqual([[null]]);
  });

  test('in batches go on from where they were stopped, council by council, and are done once', async () => {
    const engine = await database();
    const ground = await groundOn(engine(), exampleMigrations);
    for (const [code, rows] of [
      ['E1', 5],
      ['E2', 2],
    ] as const) {
      await createAuthority(ground, { code, name: `Council ${code}`, areaCodes: [] }, 'set-up');
      const acting = { authority: code, actor: 'Ada', reason: 'a test' };
      await ground.transaction<ExampleTables, unknown>(acting, (tx) =>
        tx.insertMany(
          'example',
          ['example_id'],
          Array.from({ length: rows }, (_, at) => [`${at}`]),
        ),
      );
    }
    const filling = (last: string): Migration => ({
      name: '0019-fill',
      inBatches: true,
      sql: `with filled as (
          update example set note = case when example_id = '${last}' then (1 / (length(example_id) - 1))::text else 'filled' end
          where authority_id = $1 and example_id in (
            select example_id from example
            where authority_id = $1 and note is null order by example_id limit 2)
          returning 1)
        select count(*) from filled`,
    });
    const told: number[] = [];
    const migrating = (last: string) =>
      migrate(engine(), [...exampleMigrations, filling(last)], (_, rows) => told.push(rows));
    await expect(migrating('4')).rejects.toMatchObject({
      code: 'migration-failed',
      message: expect.stringMatching(/0019-fill failed and was left where it had come to/),
    });
    expect(told).toEqual([2, 4]);
    expect(await pendingMigrations(engine(), [...exampleMigrations, filling('x')])).toEqual([
      '0019-fill',
    ]);
    told.length = 0;
    await migrating('x');
    expect(told).toEqual([1, 1, 3, 3]);
    await migrating('x');
    expect(told).toEqual([1, 1, 3, 3]);
    const trail = await ground.read<ExampleTables, unknown[][]>('E1', (tx) =>
      tx.rows(
        `select actor, reason, count(*) from audit_entry
         where authority_id = $1 and action = 'update' group by 1, 2`,
        ['E1'],
      ),
    );
    expect(trail.map(String)).toEqual(['Wellplaced,the migration 0019-fill,5']);
    await ground.close();
  });

  // The embedded database has one session.
  if (kind === 'server') {
    test('give way to who holds a table, and come again', async () => {
      const engine = await database();
      const ground = await groundOn(engine(), exampleMigrations);
      const adding = migration('0019-wider', 'alter table example add column more text;');
      let letGo = () => {};
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      let hasIt = () => {};
      const locked = new Promise<void>((resolve) => {
        hasIt = resolve;
      });
      const holding = engine().transaction('read write', async (session) => {
        await session.script('lock table example in row exclusive mode');
        hasIt();
        await held;
      });
      await locked;
      const migrating = migrate(engine(), [...exampleMigrations, adding]);
      const seen = (statement: string) =>
        engine().transaction('read only', async (session) => {
          await session.script('set local statement_timeout = 30000');
          await session.arrays(`select app_begin('E1', '', '')`);
          return Number((await session.arrays(statement)).rows[0]?.[0]);
        });
      const waiting = `select count(*)::int from pg_locks
        where relation = 'example'::regclass and not granted`;
      await vi.waitFor(async () => expect(await seen(waiting)).toBe(1), { timeout: 30_000 });
      // Behind a migration that waited on, a reader would wait as long as the table is held.
      expect(await seen('select count(*)::int from example')).toBe(0);
      letGo();
      await holding;
      await migrating;
      expect((await appliedTo(engine())).map(([name]) => name)).toContain('0019-wider');
      await ground.close();
    });
  }

  test('that do not keep councils apart are refused, with every reason', async () => {
    const engine = await database();
    const careless = migration(
      '0002-careless',
      `create table bare (id text primary key);
      create table keyless (${KEY});
      create table leaky (${KEY}, primary key (authority_id, id), unique (id));
      ${councilTable('leaky')}
      create table apart (${KEY}, parent text references leaky (id), primary key (authority_id, id));
      ${councilTable('apart')}
      create table open_to_all (${KEY}, primary key (authority_id, id));
      ${councilTable('open_to_all')}
      create policy too_wide on open_to_all using (true);
      create table unwatched (${KEY}, primary key (authority_id, id));
      ${councilTable('unwatched')}
      alter table unwatched disable trigger audit_update;
      alter table unwatched no force row level security;
      create table odd (${KEY}, primary key (authority_id, id));
      ${councilTable('odd')}
      create function nothing() returns trigger language plpgsql as 'begin return null; end';
      create trigger at_once after update on odd for each statement execute function nothing();
      drop trigger audit_delete on odd;
      create trigger audit_delete after delete on odd
        for each row execute function audit_row('even', 'authority_id,id', '');`,
    );
    await expect(groundOn(engine(), [platformMigration, careless])).rejects.toMatchObject({
      code: 'schema-unsafe',
    });
    expect(await brokenSchemaRules(engine())).toEqual([
      'apart apart_parent_fkey does not start with authority_id on both sides',
      'bare bare_pkey does not start with authority_id',
      'bare has no audit trigger',
      'bare has no policy for its own council, or another beside it',
      'bare has no row security, or not forced',
      'keyless has no audit trigger',
      'keyless has no policy for its own council, or another beside it',
      'keyless has no primary key',
      'keyless has no row security, or not forced',
      'leaky leaky_id_key does not start with authority_id',
      'odd at_once does not fire row by row',
      'odd audit_delete is told of another table',
      'open_to_all has no policy for its own council, or another beside it',
      'unwatched has no audit trigger',
      'unwatched has no row security, or not forced',
    ]);
  });

  test('may let rows be deleted from a table they name, and the trail has them', async () => {
    const engine = await database();
    const table = `create table derived (${KEY}, primary key (authority_id, id));
      ${councilTable('derived', { mayDelete: true })}`;
    const ground = await groundOn(engine(), [platformMigration, migration('0002-derived', table)]);
    const acting = { authority: 'E1', actor: 'Ada', reason: 'recounted' };
    const trail = await ground.transaction<{ derived: object }, unknown[][]>(acting, async (tx) => {
      await tx.insertMany('derived', ['id'], [['x']]);
      await tx.rows('delete from derived where authority_id = $1', ['E1']);
      return await tx.rows(
        `select before from audit_entry where authority_id = $1 and action = 'delete'`,
        ['E1'],
      );
    });
    expect(trail).toEqual([[{ authority_id: 'E1', id: 'x' }]]);
    await ground.close();
  });
});
