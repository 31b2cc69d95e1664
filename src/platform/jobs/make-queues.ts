import PgBoss from 'pg-boss';
import { WellplacedError } from '../../core/errors.ts';
import { engineOf } from '../database/engine.ts';
import type { Ground } from '../database/ground.ts';
import { TRIES_AFTER_THE_FIRST } from './worker.ts';

const LEASE_SECONDS = 120;

/** What the service may do with the queue: put jobs in, take them, put them away. */
const GRANTS = `
grant usage on schema pgboss to wellplaced_application;
grant select, insert, update, delete on all tables in schema pgboss to wellplaced_application;`;

/** How a queue treats its jobs; the lease in seconds. */
export function queueOptions(name: string, lease: number): PgBoss.Queue {
  return {
    name,
    policy: 'stately',
    expireInSeconds: lease,
    retryLimit: TRIES_AFTER_THE_FIRST,
    retryDelay: 1,
    retryBackoff: true,
  };
}

function notMade(what: string, cause?: unknown): WellplacedError {
  return new WellplacedError(
    'queue-not-made',
    `${what} is not in the database, or not of this version.`,
    'Run "wellplaced migrate" with the owner\'s address in WELLPLACED_OWNER_URL, then start again.',
    { cause },
  );
}

/** What pg-boss says when its tables are missing or behind, as something to act on. */
export function unlessUnmade(error: unknown): never {
  const said = error instanceof Error ? error.message : '';
  if (!/is not installed|requires migrations/.test(said)) throw error;
  throw notMade('The queue of long work', error);
}

/** Throws `queue-not-made` when the queue is not there. */
export async function requireQueue(boss: PgBoss, queue: string): Promise<void> {
  if ((await boss.getQueue(queue)) === null) throw notMade(`The queue of ${queue}`);
}

/** Makes the queues that are missing and brings their tables up to date; each queue is a table, so this is the owner's to do. */
export async function makeQueues(ground: Ground, queues: readonly string[]): Promise<void> {
  const engine = engineOf(ground);
  const boss = new PgBoss({
    db: { executeSql: (text, values) => engine.execute(text, values) },
    schedule: false,
    supervise: false,
  });
  const faults: unknown[] = [];
  boss.on('error', (error) => faults.push(error));
  // Those who migrate together take turns: making the tables at once, they would deadlock.
  await engine.alone(async () => {
    await boss.start();
    try {
      for (const queue of queues) {
        await boss.createQueue(queue, queueOptions(queue, LEASE_SECONDS));
      }
      await engine.execute(GRANTS);
    } finally {
      await boss.stop({ graceful: false });
    }
  });
  if (faults.length > 0) throw faults[0];
}
