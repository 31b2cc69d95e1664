import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { engineOf } from '../src/platform/database/engine.ts';
import type { Ground } from '../src/platform/database/ground.ts';
import { distributionScript } from '../src/platform/distribution/distribution-script.ts';
import { whatToDistribute } from '../src/platform/distribution/what-to-distribute.ts';
import { openJobs } from '../src/platform/jobs/jobs.ts';
import { ALL_MIGRATIONS } from '../src/web/whole.ts';
import { parserLoaded, statementsOf } from './statements/syntax-tree.ts';
import { wellplaced } from './support/command.ts';
import { describeOnBothDatabases } from './support/databases.ts';

const SPREAD =
  /select create_(reference|distributed)_table\('public\."(\w+)"'(?:, 'authority_id', colocate_with => '([^']+)')?\)/g;

describeOnBothDatabases('the script that spreads a database', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  let script: string;
  let spread: { readonly how: string; readonly table: string; readonly beside: string }[];
  const rows = async (sql: string) => (await engineOf(ground).execute(sql)).rows;

  beforeAll(async () => {
    await parserLoaded;
    ground = await open();
    const jobs = await openJobs(ground, () => undefined);
    await jobs.stop();
    script = distributionScript(await whatToDistribute(ground));
    spread = [...script.matchAll(SPREAD)].map(([, how = '', table = '', beside = '']) => ({
      how,
      table,
      beside,
    }));
  });

  it('names every table once, and leaves the job queue and the record of migrations alone', async () => {
    const tables = await rows(`select tablename from pg_tables where schemaname = 'public'`);
    const named = spread.map(({ table }) => table).sort();
    expect([...named, 'schema_migration'].sort()).toEqual(
      tables.map((row) => row.tablename).sort(),
    );
    expect(script).not.toMatch(/^[^-].*pgboss/m);
    expect(await rows(`select 1 from pg_tables where schemaname = 'pgboss' limit 1`)).toHaveLength(
      1,
    );
  });

  it('spreads by council exactly the tables that row security keeps apart', async () => {
    const secured = await rows(
      `select relname from pg_class where relforcerowsecurity and relkind = 'r'`,
    );
    const byCouncil = spread.filter(({ how }) => how === 'distributed').map(({ table }) => table);
    expect([...byCouncil].sort()).toEqual(secured.map((row) => row.relname).sort());
  });

  it('begins with reference tables, and has each table after those that it refers to', async () => {
    const hows = spread.map(({ how }) => how);
    expect(hows.lastIndexOf('reference')).toBeLessThan(hows.indexOf('distributed'));
    const references = await rows(`select conrelid::regclass::text as child,
      confrelid::regclass::text as parent from pg_constraint
      where contype = 'f' and conrelid <> confrelid and connamespace = 'public'::regnamespace`);
    expect(references.length).toBeGreaterThan(5);
    const at = (name: unknown) => spread.findIndex(({ table }) => table === name);
    const late = references.filter(({ child, parent }) => at(parent) > at(child));
    expect(late).toEqual([]);
  });

  it('puts all of a council’s rows in one place', () => {
    const [first, ...others] = spread.filter(({ how }) => how === 'distributed');
    expect(first?.beside).toBe('none');
    expect(new Set(others.map(({ beside }) => beside))).toEqual(
      new Set([`public."${first?.table}"`]),
    );
  });

  it('has every function that a trigger runs, and what such a function calls', () => {
    for (const name of [
      'audit_row',
      'audit_stamp',
      'audit_seal',
      'audit_seal_entries',
      'app_begin',
    ]) {
      expect(script).toMatch(new RegExp(`create_distributed_function\\('${name}\\(`));
    }
  });

  it('is SQL, statement by statement, and stops at once where there is no Citus', async () => {
    const kinds = statementsOf(script).map(({ kind }) => kind);
    expect(kinds.length).toBeGreaterThan(spread.length);
    expect(new Set(kinds)).toEqual(
      new Set(['DoStmt', 'VariableSetStmt', 'SelectStmt', 'AlterRoleStmt', 'GrantStmt']),
    );
    await expect(engineOf(ground).execute(script)).rejects.toThrow(/no extension citus/);
  });
});

it('is written by the command, to a file or to the standard output', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wellplaced-distribute-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const environment = { WELLPLACED_DATA: join(folder, 'data') };
  const file = join(folder, 'distribute.sql');
  const written = await wellplaced(['distribute', '--out', file], environment);
  expect([written.code, written.err]).toEqual([0, '']);
  expect(written.out).toContain('tables by council, 1 whole on every node');
  const said = await wellplaced(['distribute'], environment);
  expect([said.code, said.out]).toEqual([0, await readFile(file, 'utf8')]);
  const again = await wellplaced(['distribute', '--out', file], environment);
  expect([again.code, again.err]).toEqual([2, expect.stringContaining('is there already')]);
});
