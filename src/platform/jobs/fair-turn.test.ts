import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { exampleMigrations } from '../../../tests/support/example-tables.ts';
import { engineOf } from '../database/engine.ts';
import type { Ground } from '../database/ground.ts';
import { takeInTurn } from './fair-turn.ts';
import { type Jobs, openJobs } from './jobs.ts';

const QUEUE = 'turns';
const SOON = { timeout: 20_000, interval: 20 };

interface Piece {
  readonly authority: string;
  readonly nth: number;
}

describeOnBothDatabases('jobs of several councils', exampleMigrations, (open) => {
  let ground: Ground;
  let opened: Jobs[] = [];
  beforeAll(async () => {
    ground = await open();
    const jobs = await openJobs(ground, () => undefined);
    await jobs.send(QUEUE, {}); // which makes the queue where it is not made
    await jobs.stop();
    await engineOf(ground).execute('delete from pgboss.job where name = $1', [QUEUE]);
  });
  afterEach(async () => {
    for (const jobs of opened) await jobs.stop();
    opened = [];
    await engineOf(ground).execute('delete from pgboss.job where name = $1', [QUEUE]);
  });

  async function processes(number: number, lease = 120): Promise<readonly Jobs[]> {
    const times = { lease, look: 0.05 };
    for (let at = 0; at < number; at += 1) {
      opened.push(await openJobs(ground, (error) => expect.soft(error).toBeUndefined(), times));
    }
    return opened;
  }

  async function sendMany(jobs: Jobs, authority: string, number: number) {
    for (let nth = 1; nth <= number; nth += 1) await jobs.send(QUEUE, { authority, nth });
  }

  it('take turns: one small job does not wait behind another council’s ten', async () => {
    const [jobs] = (await processes(1)) as [Jobs];
    await sendMany(jobs, 'A', 10);
    await sendMany(jobs, 'B', 1);
    await sendMany(jobs, 'C', 2);
    const done: string[] = [];
    await jobs.work<Piece>(QUEUE, async ({ authority, nth }) => {
      done.push(`${authority}${nth}`);
    });
    await vi.waitFor(() => expect(done).toHaveLength(13), SOON);
    expect(done.slice(0, 6)).toEqual(['A1', 'B1', 'C1', 'A2', 'C2', 'A3']);
    expect(done.slice(6)).toEqual(['A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10']);
  });

  it('run one at a time for a council, however many processes there are', async () => {
    const [one, other] = (await processes(2)) as [Jobs, Jobs];
    await sendMany(one, 'A', 3);
    const under = new Map<string, number>();
    const most = new Map<string, number>();
    const done: string[] = [];
    let finish = () => {};
    const first = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const work = async ({ authority, nth }: Piece) => {
      under.set(authority, (under.get(authority) ?? 0) + 1);
      most.set(authority, Math.max(most.get(authority) ?? 0, under.get(authority) ?? 0));
      if (authority === 'A') await first;
      under.set(authority, (under.get(authority) ?? 0) - 1);
      done.push(`${authority}${nth}`);
    };
    await one.work<Piece>(QUEUE, work);
    await vi.waitFor(() => expect(under.get('A')).toBe(1), SOON);
    await other.work<Piece>(QUEUE, work);
    // All of B's are done by the second process while A's first runs: it left A's second alone.
    await sendMany(one, 'B', 3);
    await vi.waitFor(() => expect(done).toEqual(['B1', 'B2', 'B3']), SOON);
    finish();
    await vi.waitFor(() => expect(done).toHaveLength(6), SOON);
    expect(done.slice(3)).toEqual(['A1', 'A2', 'A3']);
    expect(Object.fromEntries(most)).toEqual({ A: 1, B: 1 });
  });

  it('are taken once, and one of each council, by workers that look at the same moment', async () => {
    const [jobs] = (await processes(1)) as [Jobs];
    for (const council of ['A', 'B', 'C']) await sendMany(jobs, council, 4);
    for (let round = 0; round < 5; round += 1) {
      const engine = engineOf(ground);
      const taken = await Promise.all(
        Array.from({ length: 8 }, () => takeInTurn<Piece>(engine, QUEUE)),
      );
      const councils = taken.flatMap((job) => job?.data.authority ?? []);
      expect(councils.sort()).toEqual(['A', 'B', 'C']);
      await engine.execute(
        `update pgboss.job set state = 'created' where name = $1 and state = 'active'`,
        [QUEUE],
      );
    }
  });

  it('one whose process died holds up its own council alone, and that no longer than its hold', async () => {
    const [jobs] = (await processes(1, 2)) as [Jobs];
    await jobs.send(QUEUE, { authority: 'A', nth: 1 });
    // As a process does that is killed with the job in its hands.
    expect((await takeInTurn<Piece>(engineOf(ground), QUEUE))?.data.nth).toBe(1);
    await engineOf(ground).execute(
      `update pgboss.job set retry_limit = retry_count where name = $1`,
      [QUEUE],
    );
    const done: string[] = [];
    const dead: unknown[] = [];
    opened.push(await openJobs(ground, () => undefined, { lease: 2, look: 0.05 }));
    const survivor = opened.at(-1) as Jobs;
    await jobs.send(QUEUE, { authority: 'A', nth: 2 });
    await sendMany(jobs, 'B', 2);
    await survivor.work<Piece>(
      QUEUE,
      async ({ authority, nth }) => {
        done.push(`${authority}${nth}`);
      },
      async (data) => {
        dead.push(data);
      },
    );
    await vi.waitFor(() => expect(done).toHaveLength(3), SOON);
    if (ground.kind === 'server') expect(done).toEqual(['B1', 'B2', 'A2']);
    await vi.waitFor(() => expect(dead).toEqual([{ authority: 'A', nth: 1 }]), SOON);
  });

  it('a job that fails for good, or is tried again, lets the others have their turn', async () => {
    opened.push(await openJobs(ground, () => undefined, { look: 0.05 }));
    const jobs = opened[0] as Jobs;
    await sendMany(jobs, 'A', 1);
    await sendMany(jobs, 'B', 2);
    const done: string[] = [];
    let tries = 0;
    await jobs.work<Piece>(QUEUE, async ({ authority, nth }) => {
      if (authority === 'A') {
        tries += 1;
        if (tries === 1) throw new Error('a hiccup');
      }
      done.push(`${authority}${nth}`);
    });
    await vi.waitFor(() => expect(done).toHaveLength(3), SOON);
    expect(done).toEqual(['B1', 'B2', 'A1']);
    expect(tries).toBe(2);
  });
});
