import { setTimeout as delay } from 'node:timers/promises';
import type PgBoss from 'pg-boss';
import { WellplacedError } from '../../core/errors.ts';
import type { Engine } from '../database/engine.ts';
import { isUnavailable } from '../database/unavailable.ts';

/** Does one job. Resolves when the work is done and stored. */
export type Handler<Data> = (data: Data, job: { readonly id: string }) => Promise<void>;

/** One job after another of one queue. */
export interface Worker {
  readonly queue: string;
  /** Looks for a job now. */
  wake(): void;
  /** Resolves when the job under way has ended or, after so many seconds, been put back. */
  stop(graceSeconds: number): Promise<void>;
}

/** What a worker works with; times in seconds. */
export interface Workshop {
  readonly boss: PgBoss;
  readonly engine: Engine;
  readonly report: (error: unknown) => void;
  readonly lease: number;
  readonly look: number;
}

const RENEW = `update pgboss.job set started_on = now()
  where name = $1 and id = $2 and state = 'active'`;
const TRY_NO_MORE = `update pgboss.job set retry_limit = retry_count
  where name = $1 and id = $2 and state = 'active'`;

/** A fault that a person has to mend; trying again would only repeat it. */
function isFinal(error: unknown): boolean {
  return error instanceof WellplacedError && !isUnavailable(error);
}

async function giveBack(workshop: Workshop, queue: string, id: string, error: unknown) {
  if (isFinal(error)) await workshop.engine.execute(TRY_NO_MORE, [queue, id]);
  const message = error instanceof Error ? error.message : String(error);
  await workshop.boss.fail(queue, id, { message });
}

/**
 * Gives a job back whose database went away, once it is there again: waiting for the lease to run
 * out would take minutes. Not for longer than half a lease, when the job is surely still held here.
 */
async function giveBackOnceReached(workshop: Workshop, queue: string, id: string, error: unknown) {
  const heldUntil = Date.now() + workshop.lease * 500;
  for (;;) {
    try {
      return await giveBack(workshop, queue, id, error);
    } catch (fault) {
      if (!isUnavailable(fault) || Date.now() > heldUntil) throw fault;
      await delay(workshop.look * 1000);
    }
  }
}

/** Whatever happens here, the job is safe: at worst its lease runs out and it is tried again. */
async function runJob<Data>(
  workshop: Workshop,
  queue: string,
  job: PgBoss.Job<Data>,
  handler: Handler<Data>,
): Promise<void> {
  const { boss, engine, report, lease } = workshop;
  const renewal = setInterval(() => {
    engine.execute(RENEW, [queue, job.id]).catch(report);
  }, lease * 250);
  try {
    await handler(job.data, { id: job.id });
    await boss.complete(queue, job.id);
  } catch (error) {
    report(error);
    await giveBackOnceReached(workshop, queue, job.id, error).catch(report);
  } finally {
    clearInterval(renewal);
  }
}

/**
 * Starts a worker. pg-boss has workers too, but in version 10 theirs neither renew a job's lease, so that
 * the job of a killed process would wait as long as the longest job may take, nor await its completion,
 * so that losing the connection at that moment would end the process.
 */
export function startWorker<Data>(
  workshop: Workshop,
  queue: string,
  handler: Handler<Data>,
): Worker {
  const { boss, report, look } = workshop;
  let stopping = false;
  let underWay: string | undefined;
  let wake = () => {};
  let woken = false;

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, look * 1000);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (woken || stopping) wake();
      woken = false;
    });
  }

  async function workOn(): Promise<void> {
    while (!stopping) {
      const [job] = await boss.fetch<Data>(queue).catch((error: unknown) => {
        report(error);
        return [];
      });
      if (job === undefined) {
        await pause();
      } else {
        underWay = job.id;
        await runJob(workshop, queue, job, handler);
        underWay = undefined;
      }
    }
  }

  const ended = workOn();
  return {
    queue,
    wake() {
      woken = true;
      wake();
    },
    async stop(graceSeconds) {
      stopping = true;
      wake();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<'late'>((resolve) => {
        timer = setTimeout(() => resolve('late'), graceSeconds * 1000);
      });
      const outcome = await Promise.race([ended, late]);
      clearTimeout(timer);
      if (outcome === 'late' && underWay !== undefined) {
        const put = new Error('the program was stopped while the job ran');
        await giveBack(workshop, queue, underWay, put).catch(report);
      }
    },
  };
}
