import { engineOf } from '../database/engine.ts';
import type { Ground } from '../database/ground.ts';

/** How many jobs of a queue are in a state. */
export interface JobCount {
  readonly queue: string;
  /** As the queue itself calls it: created, retry, active, completed, cancelled, failed. */
  readonly state: string;
  readonly jobs: number;
}

const COUNTS = `select name, state::text as state, count(*)::int as jobs from pgboss.job
  where name not like '\\_\\_pgboss%' group by name, state`;

/** The jobs that the queue still holds; those long over it has put away. */
export async function countJobs(ground: Ground): Promise<readonly JobCount[]> {
  const { rows } = await engineOf(ground).execute(COUNTS);
  return rows.map(({ name, state, jobs }) => ({
    queue: String(name),
    state: String(state),
    jobs: Number(jobs),
  }));
}
