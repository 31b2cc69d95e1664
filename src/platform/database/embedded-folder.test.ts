import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startChild } from '../../../tests/support/child-process.ts';
import {
  ALPHA,
  type ExampleTables,
  exampleMigrations,
} from '../../../tests/support/example-tables.ts';
import type { Ground } from './ground.ts';
import { openGround } from './open-ground.ts';

describe('the embedded database in its folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wellplaced-folder-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const open = (dataFolder = join(folder, 'data')): Promise<Ground> =>
    openGround({ databaseUrl: undefined, dataFolder }, exampleMigrations);

  it('is made whole after its making was killed, keeps what it holds, and is locked meanwhile', async () => {
    const data = join(folder, 'data');
    const child = startChild('tests/support/hang-in-a-job.ts', [data]);
    await vi.waitFor(() => expect(existsSync(join(data, 'database.unfinished'))).toBe(true), {
      timeout: 30_000,
      interval: 5,
    });
    await child.kill();
    expect(existsSync(join(data, 'database'))).toBe(false);

    const first = await open();
    await first.transaction<ExampleTables, number>(ALPHA, (tx) =>
      tx.insertMany('example', ['example_id'], [['kept']]),
    );
    await expect(open()).rejects.toMatchObject({ code: 'embedded-folder-in-use' });
    await first.close();

    const second = await open();
    const rows = await second.read('E1', (tx) =>
      tx.rows('select example_id from example where authority_id = $1', ['E1']),
    );
    expect(rows).toEqual([['kept']]);
    await second.close();
  });

  it('is refused where no folder can be made', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(open(join(folder, 'file'))).rejects.toMatchObject({
      name: 'WellplacedError',
      code: 'data-folder-unusable',
      message: expect.stringContaining(join(folder, 'file')),
    });
  });
});
