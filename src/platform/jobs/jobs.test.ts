import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startChild } from '../../../tests/support/child-process.ts';
import { describeOnBothDatabases, newServerDatabase } from '../../../tests/support/databases.ts';
import { ALPHA, exampleMigrations } from '../../../tests/support/example-tables.ts';
import { postgresPrograms } from '../../../tests/support/postgres.ts';
import { WellplacedError } from '../../core/errors.ts';
import type { Ground } from '../database/ground.ts';
import { openGround } from '../database/open-ground.ts';
import { type Jobs, openJobs } from './jobs.ts';

const SOON = { timeout: 20_000, interval: 20 };

describeOnBothDatabases('jobs', exampleMigrations, (open) => {
  let ground: Ground;
  let jobs: Jobs;
  let reported: unknown[];
  beforeAll(async () => {
    ground = await open();
  });

  async function opened(times = {}): Promise<Jobs> {
    reported = [];
    jobs = await openJobs(ground, (error) => reported.push(error), { lease: 2, look: 1, ...times });
    return jobs;
  }
  afterEach(() => jobs.stop());

  async function standing(queue: string, id: string | undefined) {
    return await jobs.find(queue, id ?? '');
  }

  it('are done once, in the order they came, and say that they are', async () => {
    await opened();
    const done: number[] = [];
    const ids: (string | undefined)[] = [];
    for (const n of [1, 2, 3]) ids.push(await jobs.send('count', { n }));
    expect(await standing('count', ids[0])).toEqual({ state: 'waiting', failure: undefined });
    await jobs.work<{ n: number }>('count', async ({ n }) => {
      done.push(n);
    });
    await vi.waitFor(async () => {
      expect(await standing('count', ids[2])).toEqual({ state: 'done', failure: undefined });
    }, SOON);
    expect(done).toEqual([1, 2, 3]);
    expect(reported).toEqual([]);
    expect(await jobs.find('count', '00000000-0000-4000-8000-000000000000')).toBeUndefined();
  });

  it('of one key run one at a time, and one more waits', async () => {
    await opened();
    let running = 0;
    let most = 0;
    let runs = 0;
    let finish = () => {};
    const handler = async () => {
      running += 1;
      runs += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      running -= 1;
    };
    await jobs.work('key', handler);
    await jobs.work('key', handler);
    await jobs.send('key', {}, { key: 'E1' });
    await vi.waitFor(() => expect(running).toBe(1), SOON);
    const second = await jobs.send('key', {}, { key: 'E1' });
    expect(second).toBeDefined();
    expect(await jobs.send('key', {}, { key: 'E1' })).toBeUndefined();
    expect(await standing('key', second)).toMatchObject({ state: 'waiting' });
    finish();
    await vi.waitFor(() => expect(runs).toBe(2), SOON);
    finish();
    await vi.waitFor(async () => {
      expect(await standing('key', second)).toMatchObject({ state: 'done' });
    }, SOON);
    expect(most).toBe(1);
  });

  it('that fail by a fault are tried again', async () => {
    await opened();
    let tries = 0;
    await jobs.work('again', async () => {
      tries += 1;
      if (tries === 1) throw new Error('a hiccup');
    });
    const id = await jobs.send('again', {});
    await vi.waitFor(async () => {
      expect(await standing('again', id)).toEqual({ state: 'done', failure: undefined });
    }, SOON);
    expect(tries).toBe(2);
    expect(reported).toEqual([new Error('a hiccup')]);
  });

  it('that a person must mend fail at once, and say why', async () => {
    await opened();
    let tries = 0;
    await jobs.work('refuse', async () => {
      tries += 1;
      throw new WellplacedError('not-a-return', 'This is not a return.', 'Choose another file.');
    });
    const id = await jobs.send('refuse', {});
    await vi.waitFor(async () => {
      expect(await standing('refuse', id)).toEqual({
        state: 'failed',
        failure: 'This is not a return.',
      });
    }, SOON);
    expect(tries).toBe(1);
  });

  it('that last longer than a lease stay with their worker', async () => {
    await opened();
    const starts: string[] = [];
    const slow = async (_data: object, { id }: { id: string }) => {
      starts.push(id);
      await new Promise((resolve) => setTimeout(resolve, 5_000));
    };
    await jobs.work('slow', slow);
    await jobs.work('slow', slow);
    const id = await jobs.send('slow', {});
    await vi.waitFor(async () => {
      expect(await standing('slow', id)).toMatchObject({ state: 'done' });
    }, SOON);
    expect(starts).toEqual([id]);
  });

  it('that run when the program stops are put back for the next start', async () => {
    await opened({ grace: 0.1 });
    let begun = false;
    await jobs.work('stopped', async () => {
      begun = true;
      await new Promise(() => undefined);
    });
    const id = await jobs.send('stopped', {});
    await vi.waitFor(() => expect(begun).toBe(true), SOON);
    await jobs.stop();
    await opened();
    expect(await standing('stopped', id)).toEqual({
      state: 'waiting',
      failure: 'the program was stopped while the job ran',
    });
    await jobs.work('stopped', async () => undefined);
    await vi.waitFor(async () => {
      expect(await standing('stopped', id)).toMatchObject({ state: 'done' });
    }, SOON);
  });

  it('are not sent from inside a transaction', async () => {
    await opened();
    await jobs.send('outside', {});
    const sending = ground.transaction(ALPHA, () => jobs.send('outside', {}));
    await expect(sending).rejects.toThrow('inside a transaction already');
  });
});

describe('a job whose process is killed', () => {
  const programs = postgresPrograms();

  async function runsAgain(where: string): Promise<void> {
    const child = startChild('tests/support/hang-in-a-job.ts', [where]);
    const id = await child.line();
    await child.kill();
    const databaseUrl = where.startsWith('postgres:') ? where : undefined;
    const ground = await openGround({ databaseUrl, dataFolder: where }, exampleMigrations);
    const jobs = await openJobs(ground, () => undefined, { lease: 2 });
    const runs: unknown[] = [];
    await jobs.work('hang', async (data, job) => {
      runs.push([job.id, data]);
    });
    await vi.waitFor(async () => {
      expect(await jobs.find('hang', id)).toMatchObject({ state: 'done' });
    }, SOON);
    expect(runs).toEqual([[id, { of: 'the child' }]]);
    await jobs.stop();
    await ground.close();
  }

  it('runs again at the next start, embedded', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wellplaced-jobs-'));
    await runsAgain(folder);
    await rm(folder, { recursive: true });
  });

  it.skipIf(programs === undefined)('runs again when its lease is over, server', async () => {
    await runsAgain(await newServerDatabase(programs ?? '', exampleMigrations));
  });
});
