import { randomUUID } from 'node:crypto';
import PgBoss from 'pg-boss';
import { engineOf } from '../database/engine.ts';
import type { Ground } from '../database/ground.ts';
import { buryDead } from './deaths.ts';
import { queueOptions, requireQueue, unlessUnmade } from './make-queues.ts';
import { type Handler, startWorker, type Worker } from './worker.ts';

/** How a job stands. `running` includes one whose process was killed a moment ago. */
export interface JobStanding {
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  /** Why it failed, or why it is waiting to be tried again. */
  readonly failure: string | undefined;
}

/** The queue of long work, on the same database as the records. */
export interface Jobs {
  /**
   * Adds a job and gives its id. Of one key, one job runs and one more may wait; a further one is not added
   * and gives `undefined`. Not inside a transaction: send once what the job needs is committed.
   * `data` names things by id and holds nothing about a child.
   */
  send(
    queue: string,
    data: object,
    options?: { readonly key: string },
  ): Promise<string | undefined>;
  /**
   * Works the queue in this process, one job at a time for each call. A job that throws is tried again,
   * later each time; one that throws a WellplacedError has failed for good. So has one whose process died
   * with it, for the next process might too, and one that tells of no progress for too long; `onDeath` is
   * told of the first kind. A job runs again that was put back, because the program was stopped or the
   * database went away, so what a handler does must be safe to repeat: one transaction, or steps that notice they are done.
   */
  work<Data extends object>(
    queue: string,
    handler: Handler<Data>,
    onDeath?: (data: Data) => Promise<void>,
  ): Promise<void>;
  find(queue: string, id: string): Promise<JobStanding | undefined>;
  /** Takes no more jobs, gives those that run ten seconds, then tells them to end and puts them back for the next start. */
  stop(): Promise<void>;
}

/** Times of the queue, in seconds. */
export interface JobTimes {
  /** How long a job stays with a process that has stopped renewing its hold on it. */
  readonly lease: number;
  /** How often a worker with nothing to do looks for jobs that other processes sent. */
  readonly look: number;
  /** How long `stop` waits for jobs that run. */
  readonly grace: number;
  /** How long a job may tell of no progress before it is ended. */
  readonly stall: number;
  /** How long a job that was told to end may take over it. */
  readonly settle: number;
}

const TIMES: JobTimes = { lease: 120, look: 1, grace: 10, stall: 600, settle: 5 };

const STATES: Record<PgBoss.JobWithMetadata['state'], JobStanding['state']> = {
  created: 'waiting',
  retry: 'waiting',
  active: 'running',
  completed: 'done',
  cancelled: 'failed',
  failed: 'failed',
};

/** Only one process can have the embedded database open, so what still counts as running there was cut short. */
const ORPHANED = `update pgboss.job set started_on = 'epoch' where state = 'active'`;

/**
 * Opens the queue of the ground's database and frees the jobs of processes that died. On a server
 * `makeQueues` has made it, as the owner; the embedded database makes what is missing. `report` is told
 * of every failed try and of faults of the queue itself.
 */
export async function openJobs(
  ground: Ground,
  report: (error: unknown) => void,
  times: Partial<JobTimes> = {},
): Promise<Jobs> {
  const { lease, look, grace, stall, settle } = { ...TIMES, ...times };
  const engine = engineOf(ground);
  const boss = new PgBoss({
    db: { executeSql: (text, values) => engine.execute(text, values) },
    schedule: false,
    migrate: ground.kind === 'embedded',
    maintenanceIntervalSeconds: Math.max(1, Math.round(lease / 2)),
  });
  boss.on('error', report);
  await boss.start().catch(unlessUnmade);
  try {
    if (ground.kind === 'embedded') await engine.execute(ORPHANED);
    await boss.expire();
  } catch (error) {
    await boss.stop({ graceful: false }); // its timers would keep the process alive
    throw error;
  }

  const queues = new Map<string, Promise<void>>();
  const workers: Worker[] = [];
  const burials: NodeJS.Timeout[] = [];
  function queueNamed(queue: string): Promise<void> {
    const made =
      queues.get(queue) ??
      (ground.kind === 'embedded'
        ? boss.createQueue(queue, queueOptions(queue, lease))
        : requireQueue(boss, queue));
    queues.set(queue, made);
    made.catch(() => queues.delete(queue)); // the caller is told; the next one tries anew
    return made;
  }

  return {
    async send(queue, data, options) {
      await queueNamed(queue);
      const singletonKey = options?.key ?? randomUUID();
      const id = await boss.send(queue, data, { singletonKey, expireInSeconds: lease });
      for (const worker of workers) if (worker.queue === queue) worker.wake();
      return id ?? undefined;
    },
    async work<Data extends object>(
      queue: string,
      handler: Handler<Data>,
      onDeath: (data: Data) => Promise<void> = async () => undefined,
    ) {
      await queueNamed(queue);
      const workshop = { boss, engine, report, lease, look, stall, settle };
      const told = async (data: object) => await onDeath(data as Data);
      await buryDead(workshop, queue, told);
      const bury = () => void buryDead(workshop, queue, told).catch(report);
      burials.push(setInterval(bury, lease * 500));
      workers.push(startWorker(workshop, queue, handler));
    },
    async find(queue, id) {
      const job = await boss.getJobById(queue, id, { includeArchive: true });
      if (job === null) return undefined;
      const { message } = (job.output ?? {}) as { message?: string };
      return { state: STATES[job.state], failure: job.state === 'completed' ? undefined : message };
    },
    async stop() {
      for (const burial of burials) clearInterval(burial);
      await Promise.all(workers.map((worker) => worker.stop(grace)));
      await boss.stop({ graceful: false });
    },
  };
}
