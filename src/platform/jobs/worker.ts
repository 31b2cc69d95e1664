import { setTimeout as delay } from 'node:timers/promises';
import type PgBoss from 'pg-boss';
import { WellplacedError } from '../../core/errors.ts';
import type { Engine } from '../database/engine.ts';
import { isUnavailable } from '../database/unavailable.ts';
import { type TakenJob, takeInTurn } from './fair-turn.ts';

/** What a handler has to hand beside the job's data. */
export interface RunningJob {
  readonly id: string;
  /** Aborted when the job must end; its reason is a JobStopped when it will run again. */
  readonly signal: AbortSignal;
  /** To be called whenever something was really done: a job that makes no progress is ended. */
  readonly progress: () => void;
}

/** Does one job. Resolves when the work is done and stored. */
export type Handler<Data> = (data: Data, job: RunningJob) => Promise<void>;

/** The program was stopped while a job ran: it runs again at the next start. */
export class JobStopped extends Error {
  constructor() {
    super('the program was stopped while the job ran');
    this.name = 'JobStopped';
  }
}

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
  readonly stall: number;
  readonly settle: number;
}

const RENEW = `update pgboss.job set started_on = now()
  where name = $1 and id = $2 and state = 'active'`;
/** Before a job begins: should its process die with it, its lease runs out and it has failed. */
const TRY_NO_MORE = `update pgboss.job set retry_limit = retry_count
  where name = $1 and id = $2 and state = 'active'`;
const TRY_AGAIN = `update pgboss.job set retry_limit = greatest(retry_count + $3::int, $4::int)
  where name = $1 and id = $2 and state = 'active'`;
/** Of a job that threw a fault. */
export const TRIES_AFTER_THE_FIRST = 4;

/** A fault that a person has to mend; trying again would only repeat it. */
function isFinal(error: unknown): boolean {
  return error instanceof WellplacedError && !isUnavailable(error);
}

async function giveBack(workshop: Workshop, queue: string, id: string, error: unknown) {
  if (!isFinal(error)) {
    // To be put back is no failure of the job's.
    const putBack = error instanceof JobStopped || isUnavailable(error) ? 1 : 0;
    await workshop.engine.execute(TRY_AGAIN, [queue, id, putBack, TRIES_AFTER_THE_FIRST]);
  }
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

function stalled({ stall }: Workshop): WellplacedError {
  const minutes = Math.round(stall / 60);
  return new WellplacedError(
    'job-stalled',
    `It made no progress for ${minutes === 0 ? `${stall} seconds` : `${minutes} minutes`}, so it was ended.`,
    'Start it again. If it stalls again, the log says where it was.',
  );
}

/** Rejects once a job that was told to end has not ended by itself: then nobody waits for it any longer. */
function abandoned(signal: AbortSignal, settle: number): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      setTimeout(() => reject(signal.reason as Error), settle * 1000);
    });
  });
}

/** Runs the handler until it ends, stalls or is stopped. Throws why it did not succeed. */
async function attend<Data>(
  workshop: Workshop,
  job: TakenJob<Data>,
  handler: Handler<Data>,
  ending: AbortController,
): Promise<void> {
  const { signal } = ending;
  const { stall, settle } = workshop;
  const startOver = () => setTimeout(() => ending.abort(stalled(workshop)), stall * 1000);
  let timer = startOver();
  const progress = () => {
    clearTimeout(timer);
    if (!signal.aborted) timer = startOver();
  };
  try {
    const done = handler(job.data, { id: job.id, signal, progress });
    await Promise.race([done, abandoned(signal, settle)]);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    clearTimeout(timer);
  }
}

/** Whatever happens here, the job is safe: at worst its lease runs out and it has failed. */
async function runJob<Data>(
  workshop: Workshop,
  queue: string,
  job: TakenJob<Data>,
  handler: Handler<Data>,
  ending: AbortController,
): Promise<void> {
  const { boss, engine, report, lease } = workshop;
  const renewal = setInterval(() => {
    engine.execute(RENEW, [queue, job.id]).catch(report);
  }, lease * 250);
  try {
    await engine.execute(TRY_NO_MORE, [queue, job.id]);
    await attend(workshop, job, handler, ending);
    await boss.complete(queue, job.id);
  } catch (error) {
    report(error);
    await giveBackOnceReached(workshop, queue, job.id, error).catch(report);
  } finally {
    clearInterval(renewal);
  }
}

/** Whether the work ends within so many seconds. */
async function endsWithin(work: Promise<void>, seconds: number): Promise<boolean> {
  const late = new AbortController();
  const outcome = await Promise.race([
    work.then(() => true),
    delay(seconds * 1000, false, { signal: late.signal }).catch(() => false),
  ]);
  late.abort();
  return outcome;
}

/**
 * Starts a worker. pg-boss has workers too, but in version 10 theirs neither renew a job's lease, so that
 * the job of a killed process would wait as long as the longest job may take, nor await its completion,
 * so that losing the connection at that moment would end the process; nor do they take turns between councils.
 */
export function startWorker<Data>(
  workshop: Workshop,
  queue: string,
  handler: Handler<Data>,
): Worker {
  const { engine, report, look, settle } = workshop;
  let stopping = false;
  let ending: AbortController | undefined;
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
      const job = await takeInTurn<Data>(engine, queue).catch((error: unknown) => {
        report(error);
        return undefined;
      });
      if (job === undefined) {
        await pause();
      } else {
        ending = new AbortController();
        await runJob(workshop, queue, job, handler, ending);
        ending = undefined;
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
      if (await endsWithin(ended, graceSeconds)) return;
      ending?.abort(new JobStopped());
      // Twice: for the job to end, and for it to be put back.
      await endsWithin(ended, 2 * settle + look);
    },
  };
}
