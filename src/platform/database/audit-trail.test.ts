import { beforeAll, expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import {
  ALPHA,
  type ExampleTables,
  exampleMigrations,
  withTwoCouncils,
} from '../../../tests/support/example-tables.ts';
import type { CouncilTransaction, Ground } from './ground.ts';

type Transaction = CouncilTransaction<ExampleTables>;

describeOnBothDatabases('the audit trail', exampleMigrations, (open) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await withTwoCouncils(open);
  });

  const act = (work: (tx: Transaction) => Promise<unknown>) =>
    ground.transaction<ExampleTables, unknown>(ALPHA, work);

  const entriesOf = (id: string) =>
    ground.read<ExampleTables, unknown[][]>('E1', (tx) =>
      tx.rows(
        `select action, table_name, row_key, before, after, actor, reason, import_id
        from audit_entry where authority_id = $1 and row_key ->> 'example_id' = $2
        order by seq`,
        ['E1', id],
      ),
    );

  const change = (tx: Transaction, id: string, set: { note?: string; import_id?: string }) =>
    tx.db
      .updateTable('example')
      .set(set)
      .where('authority_id', '=', 'E1')
      .where('example_id', '=', id)
      .execute();

  it('has what was added by hand, and what changed, with actor and reason', async () => {
    await act((tx) => tx.insertMany('example', ['example_id', 'amount'], [['hand', 5]]));
    await act((tx) => change(tx, 'hand', { note: 'seen' }));
    const key = { authority_id: 'E1', example_id: 'hand' };
    expect(await entriesOf('hand')).toEqual([
      [
        'insert',
        'example',
        key,
        null,
        { ...key, amount: 5, day: null, note: null, import_id: null },
        'Ada',
        'a test',
        null,
      ],
      ['update', 'example', key, { note: null }, { note: 'seen' }, 'Ada', 'a test', null],
    ]);
  });

  it('has no entry for an update that changes nothing', async () => {
    await act((tx) => tx.insertMany('example', ['example_id', 'note'], [['same', 'x']]));
    await act((tx) => change(tx, 'same', { note: 'x' }));
    expect(await entriesOf('same')).toHaveLength(1);
  });

  it('leaves the rows that an import adds to its one entry, and has those it changes', async () => {
    await act((tx) =>
      tx.insertMany('example', ['example_id', 'import_id'], [['imported', 'import-1']]),
    );
    expect(await entriesOf('imported')).toEqual([]);
    await act((tx) => change(tx, 'imported', { note: 'later', import_id: 'import-2' }));
    await act((tx) => change(tx, 'imported', { note: 'by hand' }));
    const entries = await entriesOf('imported');
    expect(entries.map((entry) => [entry[0], entry[4], entry[7]])).toEqual([
      ['update', { note: 'later', import_id: 'import-2' }, 'import-2'],
      ['update', { note: 'by hand' }, null],
    ]);
  });

  it('goes with the transaction when it is rolled back', async () => {
    const failing = act(async (tx) => {
      await tx.insertMany('example', ['example_id'], [['undone']]);
      const written = await tx.rows(
        `select 1 from audit_entry where authority_id = $1 and row_key ->> 'example_id' = $2`,
        ['E1', 'undone'],
      );
      expect(written).toHaveLength(1);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await entriesOf('undone')).toEqual([]);
  });

  it('never holds a withheld value, but that it changed', async () => {
    await act((tx) =>
      tx.db
        .updateTable('authority')
        .set({ pseudonym_secret: 'top secret', name: 'Alpha Council' })
        .where('authority_id', '=', 'E1')
        .execute(),
    );
    const rows = await ground.read<ExampleTables, unknown[][]>('E1', (tx) =>
      tx.rows(
        `select before, after from audit_entry
        where authority_id = $1 and table_name = 'authority' order by seq`,
        ['E1'],
      ),
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]?.[1]).toMatchObject({ name: 'Alpha', pseudonym_secret: 'withheld' });
    expect(rows[1]).toEqual([
      { name: 'Alpha', pseudonym_secret: 'withheld' },
      { name: 'Alpha Council', pseudonym_secret: 'withheld' },
    ]);
    expect(JSON.stringify(rows)).not.toContain('top secret');
  });

  it('refuses a change by nobody, or for no reason', async () => {
    for (const acting of [
      { ...ALPHA, actor: '' },
      { ...ALPHA, reason: '' },
    ]) {
      const changing = ground.transaction<ExampleTables, number>(acting, (tx) =>
        tx.insertMany('example', ['example_id'], [['anonymous']]),
      );
      await expect(changing).rejects.toThrow(/check constraint/);
    }
  });

  it('keeps the words of actor and reason as they are, whatever they hold', async () => {
    const acting = { authority: 'E1', actor: `O'Hara \\ "x"`, reason: `'; reset role; --` };
    await ground.transaction<ExampleTables, number>(acting, (tx) =>
      tx.insertMany('example', ['example_id'], [['quoted']]),
    );
    expect((await entriesOf('quoted'))[0]?.slice(5, 7)).toEqual([acting.actor, acting.reason]);
  });

  it('nor any error carries the values of a statement', async () => {
    const adding = act((tx) =>
      tx.rows('insert into example (authority_id, example_id, day) values ($1, $2, $3)', [
        'E1',
        'secret name',
        'no day',
      ]),
    );
    const error = await adding.catch((raised: unknown) => raised);
    expect(error).toBeInstanceOf(Error);
    expect(JSON.stringify({ ...(error as object) })).not.toContain('secret name');
  });

  it('writes nothing from a read', async () => {
    const writing = ground.read<ExampleTables, number>('E1', (tx) =>
      tx.insertMany('example', ['example_id'], [['read']]),
    );
    await expect(writing).rejects.toThrow(/read-only transaction/);
  });
});
