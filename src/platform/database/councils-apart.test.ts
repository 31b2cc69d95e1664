import { beforeAll, expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import {
  ALPHA,
  BETA,
  type ExampleTables,
  exampleMigrations,
  withTwoCouncils,
} from '../../../tests/support/example-tables.ts';
import type { Ground } from './ground.ts';

const TABLES = ['authority', 'audit_entry', 'example', 'example_part'] as const;

describeOnBothDatabases('councils are kept apart', exampleMigrations, (open) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await withTwoCouncils(open);
    for (const acting of [ALPHA, BETA]) {
      await ground.transaction<ExampleTables, void>(acting, async (tx) => {
        await tx.insertMany('example', ['example_id', 'amount'], [['one', 1]]);
        await tx.insertMany('example_part', ['example_id', 'part'], [['one', 1]]);
      });
    }
  });

  it.each(TABLES)('hides the rows of another council in %s, asked for or not', async (table) => {
    const seen = await ground.read<ExampleTables, unknown[][][]>('E1', async (tx) => [
      await tx.rows(`select authority_id from ${table}`),
      await tx.rows(`select authority_id from ${table} where authority_id = $1`, ['E2']),
    ]);
    expect(new Set(seen[0]?.flat())).toEqual(new Set(['E1']));
    expect(seen[1]).toEqual([]);
  });

  it('shows nothing to a council that is not there', async () => {
    const rows = await ground.read('', (tx) => tx.rows('select 1 from example'));
    expect(rows).toEqual([]);
  });

  it.each([
    `insert into example (authority_id, example_id) values ('E2', 'forged')`,
    `insert into example_part (authority_id, example_id, part) values ('E2', 'one', 9)`,
    `insert into audit_entry (authority_id, action, table_name, row_key)
      values ('E2', 'insert', 'example', '{}')`,
    `insert into authority (authority_id, name, pseudonym_secret) values ('E9', 'Forged', 's')`,
    `update example set authority_id = 'E2' where example_id = 'one'`,
  ])('refuses a row in another council’s name: %s', async (sql) => {
    await expect(ground.transaction(ALPHA, (tx) => tx.rows(sql))).rejects.toThrow(
      /row-level security/,
    );
  });

  it('changes no row of another council', async () => {
    const changed = await ground.transaction<ExampleTables, bigint>(ALPHA, async (tx) => {
      const result = await tx.db
        .updateTable('example')
        .set({ note: 'forged' })
        .where('authority_id', '=', 'E2')
        .executeTakeFirst();
      return result.numUpdatedRows;
    });
    expect(changed).toBe(0n);
  });

  it.each([
    `update audit_entry set actor = 'nobody'`,
    'delete from audit_entry',
    'delete from example',
    'truncate example',
    'alter table example disable row level security',
    'alter table example disable trigger all',
    'drop policy own_council on example',
    'create table smuggled (authority_id text)',
  ])('may not: %s', async (sql) => {
    await expect(ground.transaction(ALPHA, (tx) => tx.rows(sql))).rejects.toThrow(
      /permission denied|must be owner/,
    );
  });

  it('works as a role that cannot switch row security off', async () => {
    const [row] = await ground.read('E1', (tx) =>
      tx.rows(`select rolname, rolsuper, rolbypassrls, rolcanlogin, row_security_active('example')
        from pg_roles where rolname = current_user`),
    );
    expect(row).toEqual(['wellplaced_application', false, false, false, true]);
  });

  it('lists the councils by code and name', async () => {
    expect(await ground.authorities()).toEqual([
      { code: 'E1', name: 'Alpha' },
      { code: 'E2', name: 'Beta' },
    ]);
  });

  it('leaves nothing of one transaction to the next', async () => {
    await ground.read('E2', (tx) => tx.rows('select 1'));
    const rows = await ground.read('E1', (tx) => tx.rows('select authority_id from authority'));
    expect(rows).toEqual([['E1']]);
  });
});
