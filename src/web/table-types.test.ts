import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newEmbeddedDatabase } from '../../tests/support/databases.ts';
import { embeddedEngine } from '../platform/database/embedded-engine.ts';
import type { Engine } from '../platform/database/engine.ts';
import {
  type MigratedColumn,
  readColumns,
  tablesMadeBy,
  tableTypes,
} from '../platform/database/table-types.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { ALL_MIGRATIONS, WINGS } from './whole.ts';

let engine: Engine;
beforeAll(async () => {
  engine = embeddedEngine(await newEmbeddedDatabase(ALL_MIGRATIONS), async () => undefined);
});
afterAll(() => engine?.close());

const WITH_TABLES = [{ name: 'platform', migrations: platformMigrations }, ...WINGS].filter(
  ({ name, migrations }) => migrations.length > 0 && existsSync(`src/${name}`),
);

describe('the types of tables', () => {
  it.each(WITH_TABLES)(
    'of $name are what its migrations make; `npm run table-types` writes them',
    async ({ name, migrations }) => {
      const types = tableTypes(await readColumns(engine), tablesMadeBy(migrations));
      expect(readFileSync(`src/${name}/migrations/tables.d.ts`, 'utf8')).toBe(types);
    },
  );

  it('name every table of the database once, but the one that counts migrations', async () => {
    const made = [...WINGS.map(({ migrations }) => migrations), platformMigrations];
    const named = made.flatMap((migrations) => [...tablesMadeBy(migrations)]);
    const standing = new Set((await readColumns(engine)).map(({ table }) => table));
    expect(new Set(named).size).toBe(named.length);
    expect([...standing].filter((table) => !named.includes(table))).toEqual(['schema_migration']);
  });

  it('follow a column, its comment and its check', async () => {
    await engine.execute(`create table example_of_types (
      authority_id text not null,
      answer text check (answer in ('yes', 'it''s no')),
      pence bigint[] not null default '{}',
      at timestamptz
    )`);
    await engine.execute(`comment on column example_of_types.at is 'when'`);
    const columns = await readColumns(engine);
    const types = tableTypes(columns, new Set(['example_of_types', 'gone since']));
    expect(types).toContain(`  example_of_types: {
    authority_id: string;
    answer: 'yes' | 'it\\'s no' | null;
    pence: Generated<number[]>;
    /** when */
    at: Date | null;
  };
}`);
    expect(types).not.toContain('gone since');
  });

  it('refuse a type that nothing reads', () => {
    const column: MigratedColumn = {
      ...{ table: 't', column: 'c', type: 'money', required: true, filled: false },
      ...{ comment: undefined, oneOf: undefined },
    };
    expect(() => tableTypes([column], new Set(['t']))).toThrow('no column is read as money yet');
  });
});
