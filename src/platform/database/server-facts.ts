import { engineOf } from './engine.ts';
import type { Ground } from './ground.ts';

/** What is to know of a database beside its rows. */
export interface DatabaseFacts {
  /** `15.14`. */
  readonly version: string;
  readonly versionNumber: number;
  /** Whether the connecting user can get round row security. */
  readonly mayBypass: boolean;
  /** Tables of many rows that the planner knows nothing of. */
  readonly uncounted: readonly string[];
  /** Jobs that failed for good, by queue. */
  readonly failedJobs: number;
}

const FACTS = `
select current_setting('server_version') as version,
  current_setting('server_version_num')::int as version_number,
  (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as may_bypass,
  (select coalesce(string_agg(relname, ',' order by relname), '') from pg_stat_user_tables
    where schemaname = 'public' and n_live_tup > 10000
      and last_analyze is null and last_autoanalyze is null) as uncounted`;

const FAILED = `select count(*)::int as failed from pgboss.job where state = 'failed'`;

/** Reads the facts. */
export async function databaseFacts(ground: Ground): Promise<DatabaseFacts> {
  const engine = engineOf(ground);
  const [row] = (await engine.execute(FACTS)).rows;
  const queue = await engine.execute(`select to_regclass('pgboss.job')::text as queue`);
  const failed = queue.rows[0]?.queue ? (await engine.execute(FAILED)).rows[0]?.failed : 0;
  const uncounted = String(row?.uncounted ?? '');
  return {
    version: String(row?.version),
    versionNumber: Number(row?.version_number),
    mayBypass: row?.may_bypass === true,
    uncounted: uncounted === '' ? [] : uncounted.split(','),
    failedJobs: Number(failed),
  };
}
