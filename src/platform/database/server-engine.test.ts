import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CutWire } from '../../../tests/support/cut-wire.ts';
import { newServerDatabase } from '../../../tests/support/databases.ts';
import {
  ALPHA,
  type ExampleTables,
  exampleMigrations,
} from '../../../tests/support/example-tables.ts';
import { postgresPrograms } from '../../../tests/support/postgres.ts';
import type { Ground } from './ground.ts';
import { openGround, serviceGroundOn } from './open-ground.ts';
import { serverEngine } from './server-engine.ts';

const programs = postgresPrograms();
const UNAVAILABLE = { name: 'WellplacedError', code: 'database-unavailable' };

describe('a server that cannot be reached', () => {
  it('is named, without its password, with what to do', async () => {
    const databaseUrl = 'postgres://someone:secret@127.0.0.1:1/nowhere';
    const opening = openGround({ databaseUrl, dataFolder: '' }, exampleMigrations);
    await expect(opening).rejects.toMatchObject({
      ...UNAVAILABLE,
      message: expect.stringMatching(/127\.0\.0\.1:1\/nowhere .*ECONNREFUSED/),
      remedy: expect.stringContaining('DATABASE_URL'),
    });
    await expect(opening).rejects.not.toThrow('secret');
  });
});

describe.skipIf(programs === undefined)('a connection that is lost', () => {
  let wire: CutWire;
  let ground: Ground;
  beforeEach(async () => {
    wire = new CutWire(await newServerDatabase(programs ?? '', exampleMigrations));
    ground = await serviceGroundOn(serverEngine(await wire.address()), exampleMigrations);
  });
  afterEach(async () => {
    await ground.close();
    await wire.close();
  });

  const add = (id: string, meanwhile: () => void) =>
    ground.transaction<ExampleTables, unknown>(ALPHA, async (tx) => {
      await tx.insertMany('example', ['example_id'], [[id]]);
      meanwhile();
      return await tx.rows('select 1');
    });

  const ids = () =>
    ground.read<ExampleTables, unknown[][]>('E1', (tx) =>
      tx.rows('select example_id from example where authority_id = $1', ['E1']),
    );

  it('in mid-transaction is said so, keeps nothing, and the next transaction connects anew', async () => {
    await expect(add('lost', () => wire.cut())).rejects.toMatchObject(UNAVAILABLE);
    await expect(ids()).rejects.toMatchObject(UNAVAILABLE);
    wire.mend();
    expect(await ids()).toEqual([]);
    await add('kept', () => undefined);
    expect(await ids()).toEqual([['kept']]);
  });

  it('while idle harms nothing', async () => {
    await add('before', () => undefined);
    wire.cut();
    wire.mend();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await ids()).toEqual([['before']]);
  });
});
