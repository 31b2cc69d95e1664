import { describe, expect, it } from 'vitest';
import { newEmbeddedDatabase, newServerDatabase } from '../../../tests/support/databases.ts';
import { exampleMigrations } from '../../../tests/support/example-tables.ts';
import { ownersAddress, postgresPrograms } from '../../../tests/support/postgres.ts';
import { councilTable } from './council-table.ts';
import { embeddedEngine } from './embedded-engine.ts';
import type { Engine } from './engine.ts';
import type { Migration } from './ground.ts';
import { groundOn } from './open-ground.ts';
import { platformMigration } from './platform-migration.ts';
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
    session.arrays('select name, applied_at from schema_migration order by applied_at'),
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
