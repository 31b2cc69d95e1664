import { WellplacedError } from '../../core/errors.ts';
import type { Workshop } from './worker.ts';

/** What pg-boss writes to a job whose lease ran out. */
const EXPIRED = '{"value": {"message": "job failed by timeout in active state"}}';
const DIED =
  'The process that worked on it ended in the middle of it. It is not tried again by itself.';

/** By the update each dead job is told of once, whichever process finds it. */
const BURY = `update pgboss.job set output = $2::jsonb
  where name = $1 and state = 'failed' and output = $3::jsonb returning data`;

/**
 * Ends the jobs of a queue whose process died with them, says so on each, and tells of its data. One
 * that kills its process would kill the next one too, so it is never taken up again by itself.
 */
export async function buryDead(
  { boss, engine, report }: Pick<Workshop, 'boss' | 'engine' | 'report'>,
  queue: string,
  told: (data: object) => Promise<void>,
): Promise<void> {
  await boss.expire();
  const { rows } = await engine.execute(BURY, [queue, JSON.stringify({ message: DIED }), EXPIRED]);
  for (const { data } of rows) {
    report(new WellplacedError('job-died', DIED, 'See in the log what the process said last.'));
    await told(data as object);
  }
}
