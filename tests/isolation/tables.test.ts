import { beforeAll, expect, it } from 'vitest';
import type { Ground } from '../../src/platform/database/ground.ts';
import { ALL_MIGRATIONS } from '../../src/web/whole.ts';
import { describeOnBothDatabases } from '../support/databases.ts';
import { ALDER, addMarkedCouncils, BIRCH, CEDAR } from '../support/marked-council.ts';
import { aRowInEach, councilTablesOf, fingerprintOf } from './a-row-in-each.ts';

const ACTING = { authority: ALDER.code, actor: 'Mallory', reason: 'to see what others have' };
const REFUSED = /row-level security|permission denied/;

describeOnBothDatabases('tries at the rows of other councils', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  let tables: readonly string[];
  /** In a revision, outside of which no record is changed at all, and with the files of imports in sight. */
  const as = (sql: string, values: unknown[] = []) =>
    ground.transaction(ACTING, async (tx) => {
      await tx.rows('select app_revises($1, $2)', [99, 'some import']);
      await tx.rows('select app_reads_files()');
      return tx.rows(sql, values);
    });

  /** Runs the try for each table and gives what came of it by table. */
  async function inEach(attempt: (table: string) => Promise<unknown>) {
    const outcomes: Record<string, unknown> = {};
    for (const table of tables) {
      outcomes[table] = await attempt(table).catch((error: Error) =>
        REFUSED.test(error.message) ? 'refused' : error.message,
      );
    }
    return outcomes;
  }
  const each = (outcome: unknown) => Object.fromEntries(tables.map((table) => [table, outcome]));

  beforeAll(async () => {
    ground = await open();
    await addMarkedCouncils(ground, new Date());
    tables = await councilTablesOf(ground);
    for (const council of [ALDER, BIRCH, CEDAR]) await aRowInEach(ground, council);
  });

  it('are made where every table holds rows of every council', async () => {
    for (const { code } of [ALDER, BIRCH, CEDAR]) {
      const rows = Object.entries(await fingerprintOf(ground, code));
      expect(rows.filter(([, print]) => String(print).startsWith('0'))).toEqual([]);
    }
    expect(tables.length).toBeGreaterThan(30);
  });

  it('read none, asked for by name, by every name but its own, or not asked for', async () => {
    for (const condition of ['authority_id = $1', 'authority_id <> $2 and $1 <> $2', 'true']) {
      const values = condition === 'true' ? [] : [BIRCH.code, ALDER.code];
      const where = condition === 'authority_id = $1' ? [BIRCH.code] : values;
      const seen = await inEach((table) =>
        as(`select distinct authority_id from ${table} where ${condition}`, where),
      );
      expect(seen).toEqual(each(condition === 'true' ? [[ALDER.code]] : []));
    }
  });

  it('find no other council by joining to it from their own rows', async () => {
    const seen = await inEach((table) =>
      as(`select 1 from authority_directory d join ${table} t on t.authority_id = d.authority_id
        where d.authority_id <> '${ALDER.code}'`),
    );
    expect(seen).toEqual(each([]));
  });

  it('add none in another’s name', async () => {
    const before = await fingerprintOf(ground, BIRCH.code);
    const added = await inEach((table) =>
      as(`insert into ${table} (authority_id) values ('${BIRCH.code}')`),
    );
    expect(added).toEqual(each('refused'));
    expect(await fingerprintOf(ground, BIRCH.code)).toEqual(before);
  });

  it('change and delete none of another’s, and give none away', async () => {
    const before = await fingerprintOf(ground, BIRCH.code);
    const none = (outcomes: Record<string, unknown>) =>
      Object.entries(outcomes).filter(
        ([, outcome]) => outcome !== 'refused' && JSON.stringify(outcome) !== '[]',
      );
    const change = `set authority_id = authority_id where authority_id = '${BIRCH.code}' returning 1`;
    expect(none(await inEach((table) => as(`update ${table} ${change}`)))).toEqual([]);
    const taken = `set authority_id = '${ALDER.code}' where authority_id <> '${ALDER.code}' returning 1`;
    expect(none(await inEach((table) => as(`update ${table} ${taken}`)))).toEqual([]);
    const gone = `where authority_id = '${BIRCH.code}' returning 1`;
    expect(none(await inEach((table) => as(`delete from ${table} ${gone}`)))).toEqual([]);
    expect(
      await inEach((table) => as(`update ${table} set authority_id = '${BIRCH.code}'`)),
    ).toEqual(each('refused'));
    expect(await fingerprintOf(ground, BIRCH.code)).toEqual(before);
  });

  it('change no line of the list of councils but their own', async () => {
    const renamed = `update authority_directory set name = 'Renamed' where authority_id = $1 returning 1`;
    expect(await as(renamed, [BIRCH.code])).toEqual([]);
    await expect(as(`insert into authority_directory values ('N9', 'Forged')`)).rejects.toThrow(
      REFUSED,
    );
    await expect(as('delete from authority_directory')).rejects.toThrow(REFUSED);
    const names = (await ground.authorities()).map(({ name }) => name);
    expect(names).toEqual([ALDER, BIRCH, CEDAR].map(({ mark }) => `${mark} Council`));
  });

  it.each([
    'create function pry() returns int language sql security definer as $$ select 1 $$',
    'create view pry as select * from child',
    `select audit_seal_entries('${BIRCH.code}', pg_current_xact_id())`,
    'set local row_security = off; select * from child',
  ])('do not get round the policy: %s', async (sql) => {
    const statements = sql.split('; ');
    const tried = ground.transaction(ACTING, async (tx) => {
      for (const statement of statements) await tx.rows(statement);
    });
    await expect(tried).rejects.toThrow(REFUSED);
  });
});
