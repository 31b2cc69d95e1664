import { beforeEach, expect, it } from 'vitest';
import {
  asOwnerOf,
  describeOnBothDatabases,
  platformMigration,
} from '../../../tests/support/databases.ts';
import {
  ALPHA,
  BETA,
  type ExampleTables,
  exampleMigrations,
  withTwoCouncils,
} from '../../../tests/support/example-tables.ts';
import { engineOf } from '../database/engine.ts';
import type { CouncilTransaction, Ground } from '../database/ground.ts';
import { migrate } from '../database/migrate.ts';
import type { PlatformTables } from '../database/platform-tables.ts';
import { brokenSchemaRules } from '../database/schema-rules.ts';
import { verifyChain } from './verify-chain.ts';

type Transaction = CouncilTransaction<ExampleTables>;

/** What the owner of the database could do by hand. */
const BY_HAND = (sql: string) => `
  alter table audit_entry no force row level security;
  alter table audit_head no force row level security;
  alter table audit_entry disable trigger user;
  ${sql};
  alter table audit_entry enable trigger user;
  alter table audit_head force row level security;
  alter table audit_entry force row level security;`;

const ENTRY = `authority_id = 'E1' and seq`;

describeOnBothDatabases('the chain of the audit trail', exampleMigrations, (open) => {
  let ground: Ground;

  const add = (id: string, acting = ALPHA) =>
    ground.transaction<ExampleTables, number>(acting, (tx) =>
      tx.insertMany('example', ['example_id'], [[id]]),
    );

  beforeEach(async () => {
    ground = await withTwoCouncils(open);
    for (const id of ['a', 'b', 'c']) await add(id);
  });

  const tamper = (sql: string) => asOwnerOf(ground).execute(BY_HAND(sql));

  it('holds, entry by entry, for each council by itself', async () => {
    await add('x', BETA);
    expect(await verifyChain(ground, 'E1')).toMatchObject({ entries: 4, broken: undefined });
    expect(await verifyChain(ground, 'E2')).toMatchObject({ entries: 2, broken: undefined });
  });

  it('holds when many write at once, and gives every entry its own place', async () => {
    const ids = Array.from({ length: 20 }, (_, n) => `many-${n}`);
    await Promise.all(ids.map((id) => add(id)));
    expect(await verifyChain(ground, 'E1')).toMatchObject({ entries: 24, broken: undefined });
  });

  it('keeps what was changed together together, in the order of the changes', async () => {
    await ground.transaction<ExampleTables, void>(ALPHA, async (tx) => {
      await tx.insertMany('example', ['example_id'], [['d'], ['e']]);
      await tx.rows(`update example set note = 'x' where authority_id = $1 and example_id = 'd'`, [
        'E1',
      ]);
    });
    const rows = await ground.read<ExampleTables, unknown[][]>('E1', (tx) =>
      tx.rows(
        `select seq, action, row_key ->> 'example_id', transaction_id from audit_entry
        where authority_id = $1 and seq > 4 order by seq`,
        ['E1'],
      ),
    );
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      [5, 'insert', 'd'],
      [6, 'insert', 'e'],
      [7, 'update', 'd'],
    ]);
    expect(new Set(rows.map((row) => row[3])).size).toBe(1);
  });

  it('does not count what was rolled back', async () => {
    const undone = ground.transaction<ExampleTables, void>(ALPHA, async (tx) => {
      await tx.insertMany('example', ['example_id'], [['undone']]);
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    await add('after');
    expect(await verifyChain(ground, 'E1')).toMatchObject({ entries: 5, broken: undefined });
  });

  it('lets a look at a record through while a long import is under way', async () => {
    if (ground.kind === 'embedded') return; // one transaction at a time there anyway
    let finish = () => {};
    const end = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const long = ground.transaction<ExampleTables, void>(ALPHA, async (tx) => {
      await tx.insertMany('example', ['example_id'], [['long']]);
      await end;
    });
    await add('meanwhile');
    finish();
    await long;
    expect(await verifyChain(ground, 'E1')).toMatchObject({ entries: 6, broken: undefined });
  });

  const edit = (set: string, seq: number) =>
    `update audit_entry set ${set} where ${ENTRY} = ${seq}`;
  const copied = `insert into audit_entry (authority_id, happened_at, actor, reason, action,
      table_name, row_key, transaction_id, seq, previous_hash, hash)
    select authority_id, happened_at, actor, reason, action, table_name, row_key, transaction_id`;

  it.each([
    ['who it was', edit(`actor = 'Eve'`, 3), 3, /Entry 3, .* was changed/],
    [
      'which person',
      edit(`person_id = '00000000-0000-4000-8000-000000000009'`, 3),
      3,
      /Entry 3, .* was changed/,
    ],
    ['in which role', edit(`person_role = 'Auditor'`, 3), 3, /Entry 3, .* was changed/],
    ['why', edit(`reason = 'none'`, 2), 2, /Entry 2, .* was changed/],
    ['when', edit(`happened_at = happened_at - interval '1 microsecond'`, 2), 2, /was changed/],
    ['what it became', edit(`after = after || '{"amount": 1}'`, 3), 3, /was changed/],
    ['the last', edit(`actor = 'Eve'`, 4), 4, /was changed/],
    ['its hash with it', edit(`actor = 'Eve', hash = sha256('x')`, 3), 3, /was changed/],
    ['the first', `delete from audit_entry where ${ENTRY} = 1`, 1, /Entry 1 is missing/],
    ['some', `delete from audit_entry where ${ENTRY} in (2, 3)`, 2, /Entries 2 to 3 are missing/],
    ['the tail', `delete from audit_entry where ${ENTRY} > 2`, 3, /after entry 2, entries to 4/],
    ['all', `delete from audit_entry where authority_id = 'E1'`, 1, /The end is missing/],
    ['the head', `delete from audit_head where authority_id = 'E1'`, 5, /last entry is missing/],
    [
      'the tail, and told the head a lower number',
      `delete from audit_entry where ${ENTRY} > 2; update audit_head set seq = 2 where authority_id = 'E1'`,
      2,
      /the last, is not the one/,
    ],
    [
      'one, and closed the gap',
      `delete from audit_entry where ${ENTRY} = 2; update audit_entry set seq = seq - 1 where ${ENTRY} > 2`,
      2,
      /Entry 2, .* does not follow on entry 1/,
    ],
    [
      'the order of two',
      `${edit('seq = 99', 2)}; ${edit('seq = 2', 3)}; ${edit('seq = 3', 99)}`,
      2,
      /does not follow/,
    ],
    [
      'one put in, outside the chain',
      `${copied}, null, null, null from audit_entry where ${ENTRY} = 2`,
      5,
      /1 entry stands outside the chain/,
    ],
    [
      'one put in at the end, with a hash of its own',
      `${copied}, 5, (select hash from audit_entry where ${ENTRY} = 4), sha256('x') from audit_entry where ${ENTRY} = 2`,
      5,
      /Entry 5, .* was changed/,
    ],
    [
      'one put in between, with the rule of one place each gone',
      `alter table audit_entry drop constraint audit_entry_in_chain; ${copied}, 2, previous_hash, hash from audit_entry where ${ENTRY} = 2`,
      2,
      /There is a second entry 2|was changed/,
    ],
  ])('is broken for anyone to see by: %s', async (_what, sql, seq, words) => {
    await tamper(sql);
    const { broken } = await verifyChain(ground, 'E1');
    expect(broken).toEqual({ seq, what: expect.stringMatching(words) });
    expect(await verifyChain(ground, 'E2')).toMatchObject({ entries: 1, broken: undefined });
  });

  it('that was rewritten from end to end is told by a hash noted elsewhere', async () => {
    const { entries: seq, hash } = await verifyChain(ground, 'E1');
    await add('later');
    const noted = { seq, hash };
    expect(await verifyChain(ground, 'E1', [noted])).toMatchObject({ broken: undefined });
    await tamper(`delete from audit_head where authority_id = 'E1';
      update audit_entry set seq = null, actor = 'Eve', transaction_id = '3' where authority_id = 'E1';
      begin; set local app.authority = 'E1'; select audit_seal_entries('E1', '3'); commit`);
    expect(await verifyChain(ground, 'E1')).toMatchObject({ entries: 5, broken: undefined });
    expect(await verifyChain(ground, 'E1', [noted])).toMatchObject({
      broken: {
        seq,
        what: 'Entry 4 is not the one whose hash was noted: the trail was rewritten.',
      },
    });
  });

  it.each([
    `update audit_entry set actor = 'Eve' where authority_id = 'E1'`,
    `delete from audit_entry where authority_id = 'E1'`,
    'truncate audit_entry',
    `update audit_head set seq = 1 where authority_id = 'E1'`,
    `delete from audit_head where authority_id = 'E1'`,
    `insert into audit_head values ('E1', 1, '')`,
    `select audit_seal_entries('E1', '1')`,
  ])('is not the application’s to change: %s', async (sql) => {
    const changing = ground.transaction<ExampleTables, unknown>(ALPHA, (tx: Transaction) =>
      tx.rows(sql),
    );
    await expect(changing).rejects.toThrow(/permission denied/);
  });

  it('takes who, when and the place from the transaction, whatever an entry claims', async () => {
    await ground.transaction<ExampleTables, unknown>(ALPHA, (tx: Transaction) =>
      tx.rows(
        `insert into audit_entry (authority_id, actor, reason, happened_at, action, table_name, row_key, seq)
        values ($1, 'Eve', 'none', '2001-01-01', 'view', 'example', '{}', 77)`,
        ['E1'],
      ),
    );
    const [row] = await ground.read<ExampleTables, unknown[][]>('E1', (tx) =>
      tx.rows(
        `select actor, reason, happened_at > now() - interval '1 hour', seq from audit_entry
        where authority_id = $1 and action = 'view'`,
        ['E1'],
      ),
    );
    expect(row).toEqual(['Ada', 'a test', true, 5]);
  });

  it('is a rule of the schema: a database that no longer chains is refused', async () => {
    const rules = () => brokenSchemaRules(engineOf(ground));
    expect(await rules()).toEqual([]);
    await asOwnerOf(ground).execute(
      'alter table audit_entry disable trigger audit_seal; grant delete on audit_head to wellplaced_application',
    );
    expect(await rules()).toEqual([
      'audit_entry is not chained: its triggers are off',
      'audit_head may be changed by the application: the trail is for adding to',
    ]);
  });
});

describeOnBothDatabases('entries from before the chain', [platformMigration], (open) => {
  it('are chained by their time, council by council', async () => {
    const ground = await open();
    // As a release of that time added them: today's reads columns that came later.
    for (const { authority } of [ALPHA, BETA]) {
      const acting = { authority, actor: 'set-up', reason: 'council added' };
      await ground.transaction<PlatformTables, void>(acting, async (tx) => {
        await tx.insertMany('authority', ['name', 'pseudonym_secret'], [['Council', 'secret']]);
        await tx.insertMany('authority_directory', ['name'], [['Council']]);
      });
    }
    await migrate(asOwnerOf(ground), exampleMigrations);
    for (const code of ['E1', 'E2']) {
      expect(await verifyChain(ground, code)).toMatchObject({ entries: 1, broken: undefined });
    }
  });
});
