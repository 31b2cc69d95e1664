import { beforeAll, expect, test, vi } from 'vitest';
import { ALL_MIGRATIONS, describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { addCouncil } from '../../../tests/support/import-files.ts';
import { WellplacedError } from '../../core/errors.ts';
import { isoDate } from '../../core/plain-date.ts';
import { readConfiguration } from '../configuration/configuration.ts';
import type { Ground } from '../database/ground.ts';
import { lastDue } from './due.ts';
import { keepSchedule } from './keep-schedule.ts';
import { runDue, SCHEDULE_TIMES } from './run-due.ts';
import type { ScheduledJob } from './scheduled-job.ts';
import { loadStandings, scheduleChecks } from './standing.ts';
import { claimRun, loadRuns } from './store.ts';

const MINUTE = 60_000;
const NEVER = new AbortController().signal;

describeOnBothDatabases('scheduled work', ALL_MIGRATIONS, (open) => {
  let ground: Ground;
  let now: Date;
  const reported: unknown[] = [];
  const house = () => ({
    configuration: readConfiguration({}),
    ground,
    now: () => now,
    today: () => isoDate('2026-11-27'),
  });
  const desk = (times = SCHEDULE_TIMES) => ({
    house: house(),
    report: (error: unknown) => reported.push(error),
    times,
  });
  let named = 0;
  function nightly(work: ScheduledJob['work']): ScheduledJob {
    named += 1;
    const name = `example.job-${named}`;
    return { name, title: `Job ${named}`, when: { every: 'night', at: 2 }, work };
  }
  /** The job is met for the first time in the council, a day before. */
  async function met(job: ScheduledJob, authority = 'A', first = '2026-11-26T12:00Z') {
    now = new Date(first);
    await runDue(desk(), authority, job, NEVER);
  }
  const runs = async (job: ScheduledJob, authority = 'A') =>
    (await loadRuns((work) => ground.read(authority, work), job.name, 20)).map(
      ({ due, said, state, tries }) => [...[due, state, tries, said]],
    );

  beforeAll(async () => {
    ground = await open();
    for (const code of ['A', 'B']) await addCouncil(ground, code);
  });

  test('is not done for the night before it was first met, and once for each night after, of each council', async () => {
    const done: string[] = [];
    const job = nightly(async (_house, authority) => `${done.push(authority)}`);
    for (const authority of ['A', 'B']) await met(job, authority);
    expect(done).toEqual([]);
    now = new Date('2026-11-27T01:59Z');
    await runDue(desk(), 'A', job, NEVER);
    expect(done).toEqual([]);
    for (const at of ['02:00', '02:01', '15:00']) {
      now = new Date(`2026-11-27T${at}Z`);
      for (const authority of ['A', 'B']) await runDue(desk(), authority, job, NEVER);
    }
    expect(done).toEqual(['A', 'B']);
    expect(await runs(job, 'B')).toEqual([
      ['2026-11-27', 'done', 1, '2'],
      ['2026-11-26', 'first seen', 0, null],
    ]);
  });

  test('is done once by three workers at once, night after night', async () => {
    let begun = 0;
    const job = nightly(async () => String(++begun));
    await met(job);
    for (const day of [27, 28, 29, 30]) {
      now = new Date(Date.UTC(2026, 10, day, 2, 30));
      await Promise.all([1, 2, 3].map(() => runDue(desk(), 'A', job, NEVER)));
    }
    expect(begun).toBe(4);
    expect(await runs(job)).toHaveLength(5);
  });

  test('is made up once after ten nights in which the service was down', async () => {
    let begun = 0;
    const job = nightly(async () => String(++begun));
    await met(job);
    now = new Date('2026-12-07T09:00Z');
    for (let look = 0; look < 5; look += 1) await runDue(desk(), 'A', job, NEVER);
    expect(await runs(job)).toEqual([
      ['2026-12-07', 'done', 1, '1'],
      ['2026-11-26', 'first seen', 0, null],
    ]);
  });

  test('is done once in the nights in which the clocks change', async () => {
    let begun = 0;
    const job = {
      ...nightly(async () => String(++begun)),
      when: { every: 'night', at: 1 },
    } as const;
    await met(job, 'A', '2026-10-24T12:00Z');
    for (let minute = 0; minute < 24 * 60; minute += 15) {
      now = new Date(Date.UTC(2026, 9, 24, 18) + minute * MINUTE);
      await runDue(desk(), 'A', job, NEVER);
    }
    expect(begun).toBe(1);
    for (let minute = 0; minute < 24 * 60; minute += 15) {
      now = new Date(Date.UTC(2027, 2, 27, 18) + minute * MINUTE);
      await runDue(desk(), 'A', job, NEVER);
    }
    // The night of 27 March, missed before, and that of the 28th, whose hour the clock leaps over.
    expect((await runs(job)).map(([due]) => due)).toEqual([
      ...['2027-03-28', '2027-03-27', '2026-10-25', '2026-10-24'],
    ]);
  });

  test('that fails is told, tried three times with growing pauses, and then no more until the next night', async () => {
    const job = nightly(async () => {
      throw new Error('Key (child_id)=(A100) already exists');
    });
    await met(job);
    reported.length = 0;
    for (const minute of [0, 4, 5, 14, 15, 60, 600]) {
      now = new Date(Date.UTC(2026, 10, 27, 2) + minute * MINUTE);
      await runDue(desk(), 'A', job, NEVER);
    }
    expect(reported).toHaveLength(3);
    const said = 'A fault of the program. The log of the service says which.';
    expect((await runs(job))[0]).toEqual(['2026-11-27', 'failed', 3, said]);
    expect(await scheduleChecks(house(), 'A', [job])).toMatchObject([
      { state: 'wrong', what: expect.stringContaining(`"${job.title}" failed: A fault`) },
    ]);
    now = new Date('2026-11-28T02:00Z');
    await runDue(desk(), 'A', job, NEVER);
    expect((await runs(job))[0]?.slice(0, 3)).toEqual(['2026-11-28', 'failed', 1]);
  });

  test('that a person has to mend is not tried again, and says why', async () => {
    const job = nightly(async () => {
      throw new WellplacedError('broken', 'The trail is broken.', 'Look.');
    });
    await met(job);
    for (const minute of [0, 30]) {
      now = new Date(Date.UTC(2026, 10, 27, 2, minute));
      await runDue(desk(), 'A', job, NEVER);
    }
    expect((await runs(job))[0]).toEqual(['2026-11-27', 'failed', 1, 'The trail is broken.']);
  });

  test('whose process died is taken up once its hold is over, by one of the others, at most three times', async () => {
    let begun = 0;
    const job = nightly(async () => String(++begun));
    await met(job);
    now = new Date('2026-11-27T02:00Z');
    const die = (heldUntil: Date) =>
      claimRun(ground, 'A', job.name, lastDue(job.when, now, 'Europe/London'), now, heldUntil);
    expect(await die(new Date('2026-11-27T02:02Z'))).toMatchObject({ tries: 1 });
    now = new Date('2026-11-27T02:01Z');
    await runDue(desk(), 'A', job, NEVER);
    expect(begun).toBe(0);
    now = new Date('2026-11-27T02:02Z');
    await Promise.all([1, 2, 3].map(() => runDue(desk(), 'A', job, NEVER)));
    expect(begun).toBe(1);
    expect((await runs(job))[0]).toEqual(['2026-11-27', 'done', 2, '1']);
    now = new Date('2026-11-28T02:00Z');
    for (let death = 0; death < 3; death += 1) {
      expect(await die(now)).toMatchObject({ tries: death + 1 });
    }
    await runDue(desk(), 'A', job, NEVER);
    expect((await runs(job))[0]).toEqual([
      ...['2026-11-28', 'failed', 3, 'The process that worked on it ended in the middle of it.'],
    ]);
    expect(begun).toBe(1);
  });

  test('is left by a process that slept for longer than its hold, once another has taken it up', async () => {
    const ended: string[] = [];
    let begun = 0;
    const job = nightly(async (_house, _authority, signal) => {
      begun += 1;
      if (begun > 1) return 'by the second';
      return new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => {
          ended.push(String(signal.reason));
          reject(signal.reason as Error);
        });
      });
    });
    await met(job);
    now = new Date('2026-11-27T02:00Z');
    const asleep = runDue(desk({ ...SCHEDULE_TIMES, lease: 40 }), 'A', job, NEVER);
    await vi.waitFor(() => expect(begun).toBe(1), { timeout: 10_000, interval: 10 });
    now = new Date('2026-11-27T02:05Z');
    // As the second process claims it, before the first one has renewed its hold.
    await ground.transaction({ authority: 'A', actor: 'a test', reason: 'taken up' }, (tx) =>
      tx.rows(
        `update scheduled_run set tries = $3 where authority_id = $1 and job = $2 and state = 'running'`,
        [...['A', job.name], 2],
      ),
    );
    await asleep;
    expect(ended).toEqual([`Error: ${job.name} was taken up by another process`]);
    expect((await runs(job))[0]?.slice(0, 3)).toEqual(['2026-11-27', 'running', 2]);
  });

  test('that takes too long is ended and has failed; that runs when the program stops is put back', async () => {
    const hanging = nightly(() => new Promise<never>(() => undefined));
    await met(hanging);
    now = new Date('2026-11-27T02:00Z');
    await runDue(desk({ ...SCHEDULE_TIMES, limit: 50 }), 'A', hanging, NEVER);
    expect((await runs(hanging))[0]?.slice(1, 3)).toEqual(['failed', 1]);

    let begun = 0;
    const stopped = nightly(async (_house, _authority, signal) => {
      begun += 1;
      if (begun > 1) return 'at last';
      return new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('torn down')));
      });
    });
    await met(stopped);
    now = new Date('2026-11-27T02:00Z');
    const kept = keepSchedule(desk(), [stopped], async () => ['A']);
    await vi.waitFor(() => expect(begun).toBe(1), { timeout: 10_000, interval: 10 });
    await kept.stop();
    expect((await runs(stopped))[0]?.slice(0, 3)).toEqual(['2026-11-27', 'failed', 0]);
    await runDue(desk(), 'A', stopped, NEVER);
    expect((await runs(stopped))[0]).toEqual(['2026-11-27', 'done', 1, 'at last']);
  });

  test('of one council that takes long holds up no other council', async () => {
    let release = () => {};
    const long = new Promise<void>((resolve) => {
      release = resolve;
    });
    const done: string[] = [];
    const job = nightly(async (_house, authority) => {
      if (authority === 'A') await long;
      return `${done.push(authority)}`;
    });
    for (const authority of ['A', 'B']) await met(job, authority);
    now = new Date('2026-11-27T02:00Z');
    const kept = keepSchedule(desk(), [job], async () => ['A', 'B']);
    await vi.waitFor(() => expect(done).toEqual(['B']), { timeout: 10_000, interval: 10 });
    release();
    await vi.waitFor(() => expect(done).toEqual(['B', 'A']), { timeout: 10_000, interval: 10 });
    await kept.stop();
  });

  test('that has not begun two hours after it was due is told of as late', async () => {
    const job = nightly(async () => 'done');
    const states = async () =>
      (await scheduleChecks(house(), 'A', [job])).map(({ state }) => state);
    expect(await states()).toEqual(['well']);
    await met(job);
    now = new Date('2026-11-27T04:00Z');
    expect(await states()).toEqual(['well']);
    now = new Date('2026-11-27T04:01Z');
    expect(await states()).toEqual(['look']);
    const [standing] = await loadStandings(house(), (work) => ground.read('A', work), [job]);
    expect(standing?.next).toEqual({ key: '2026-11-28', at: new Date('2026-11-28T02:00Z') });
    await runDue(desk(), 'A', job, NEVER);
    expect(await states()).toEqual(['well']);
  });
});
