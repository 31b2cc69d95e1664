import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startChild } from '../../../tests/support/child-process.ts';
import { describeOnBothDatabases, newServerDatabase } from '../../../tests/support/databases.ts';
import { ALPHA, exampleMigrations } from '../../../tests/support/example-tables.ts';
import { postgresPrograms } from '../../../tests/support/postgres.ts';
import { WellplacedError } from '../../core/errors.ts';
import { engineOf } from '../database/engine.ts';
import type { Ground } from '../database/ground.ts';
import { openGround } from '../database/open-ground.ts';
import { type Jobs, openJobs } from './jobs.ts';
import type { RunningJob } from './worker.ts';

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
    await opened({ grace: 0.1, settle: 0.2 });
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

  it('that tell of no progress are ended, say so and hold up no other', async () => {
    await opened({ stall: 1, settle: 0.2 });
    const ended: unknown[] = [];
    const never = (_data: object, { signal }: RunningJob) => {
      signal.addEventListener('abort', () => ended.push((signal.reason as Error).message));
      return new Promise<void>(() => undefined);
    };
    let slowly = 0;
    await jobs.work<{ hangs: boolean }>('stall', async ({ hangs }, job) => {
      if (hangs) return never({}, job);
      for (; slowly < 8; slowly += 1) {
        await new Promise((resolve) => setTimeout(resolve, 250));
        job.progress();
      }
    });
    const hanging = await jobs.send('stall', { hangs: true });
    const slow = await jobs.send('stall', { hangs: false });
    await vi.waitFor(async () => {
      expect(await standing('stall', slow)).toMatchObject({ state: 'done' });
    }, SOON);
    const failure = 'It made no progress for 1 seconds, so it was ended.';
    expect(await standing('stall', hanging)).toEqual({ state: 'failed', failure });
    expect(ended).toEqual([failure]);
    expect(slowly).toBe(8);
  });

  it('that end when they are told to are put back as they were, however often', async () => {
    let id: string | undefined;
    for (let stop = 0; stop < 7; stop += 1) {
      await opened({ grace: 0.05 });
      id ??= await jobs.send('told', {});
      const begun = new Promise<void>((resolve) => {
        void jobs.work('told', (_data, { signal }) => {
          resolve();
          return new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(new Error('torn down')));
          });
        });
      });
      await begun;
      await jobs.stop();
      await opened();
      expect(await standing('told', id), `stop ${stop}`).toMatchObject({ state: 'waiting' });
      await jobs.stop();
      await engineOf(ground).execute(
        `update pgboss.job set start_after = now() where name = 'told'`,
      );
    }
    await opened();
    await jobs.work('told', async () => undefined);
    await vi.waitFor(async () => {
      expect(await standing('told', id)).toMatchObject({ state: 'done' });
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

  /** It has failed with a sentence, whoever sent it is told once, and the next job of the queue is done. */
  async function harmsNobodyElse(where: string): Promise<void> {
    const child = startChild('tests/support/hang-in-a-job.ts', [where]);
    const id = await child.line();
    await child.kill();
    const databaseUrl = where.startsWith('postgres:') ? where : undefined;
    const ground = await openGround({ databaseUrl, dataFolder: where }, exampleMigrations);
    const open = () => openJobs(ground, () => undefined, { lease: 2 });
    const [jobs, others] = [await open(), await open()];
    const runs: string[] = [];
    const dead: unknown[] = [];
    for (const one of [jobs, others]) {
      await one.work(
        'hang',
        async (_data, job) => {
          runs.push(job.id);
        },
        async (data) => {
          dead.push(data);
        },
      );
    }
    await vi.waitFor(async () => {
      expect(await jobs.find('hang', id)).toEqual({
        state: 'failed',
        failure: expect.stringContaining('ended in the middle of it'),
      });
    }, SOON);
    const next = await jobs.send('hang', { of: 'the next' });
    await vi.waitFor(async () => {
      expect(await jobs.find('hang', next ?? '')).toMatchObject({ state: 'done' });
    }, SOON);
    await jobs.stop();
    await others.stop();
    expect(runs).toEqual([next]);
    expect(dead).toEqual([{ of: 'the child' }]);
    await ground.close();
  }

  it('is not tried again at the next start, embedded', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wellplaced-jobs-'));
    await harmsNobodyElse(folder);
    await rm(folder, { recursive: true });
  });

  it.skipIf(programs === undefined)(
    'is not tried again when its lease is over, server',
    async () => {
      await harmsNobodyElse(await newServerDatabase(programs ?? '', exampleMigrations));
    },
  );
});
