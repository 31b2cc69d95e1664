import { engineOf } from './engine.ts';
import type { Ground } from './ground.ts';
import { type ServicePowers, servicePowers } from './service-powers.ts';

/** What is to know of a database beside its rows. */
export interface DatabaseFacts {
  /** `15.14`. */
  readonly version: string;
  readonly versionNumber: number;
  /** The role of the service, and what it may do too much. */
  readonly service: ServicePowers;
  /** What the owner of the tables is beside their owner, `a superuser`; undefined when nothing more. */
  readonly ownerIs: string | undefined;
  /** Tables of many rows that the planner knows nothing of. */
  readonly uncounted: readonly string[];
  /** Jobs that failed for good, by queue. */
  readonly failedJobs: number;
}

const FACTS = `
select current_setting('server_version') as version,
  current_setting('server_version_num')::int as version_number,
  (select case when rolsuper then 'a superuser' when rolbypassrls then 'let round row security'
      when rolcreaterole then 'allowed to create roles' end
    from pg_class join pg_roles on pg_roles.oid = relowner
    where pg_class.oid = to_regclass('public.audit_entry')) as owner_is,
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
    service: await servicePowers(engine),
    ownerIs: row?.owner_is ? String(row.owner_is) : undefined,
    uncounted: uncounted === '' ? [] : uncounted.split(','),
    failedJobs: Number(failed),
  };
}
