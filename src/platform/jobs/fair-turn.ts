import type { Engine } from '../database/engine.ts';

/** A job that a worker has taken. */
export interface TakenJob<Data> {
  readonly id: string;
  readonly data: Data;
}

/**
 * Whoever takes a job holds the queue's row until the job is marked as taken: of two workers that
 * looked at the same moment, each would otherwise begin a job of one council.
 */
const HOLD = 'select name from pgboss.queue where name = $1 for no key update';

/**
 * The next job: of the councils with none under way, that of the council whose turn was longest ago,
 * and of its own the one that came first. A job that names no council waits for none. As pg-boss
 * marks a job it gives out, so that it counts, ends and fails the rest.
 */
const TAKE = `with turn as (
    select data->>'authority' as council, max(started_on) as began
    from pgboss.job where name = $1 group by data->>'authority')
  update pgboss.job set state = 'active', started_on = clock_timestamp(),
    retry_count = case when started_on is null then retry_count else retry_count + 1 end
  where name = $1 and id = (
    select waiting.id from pgboss.job as waiting
    join turn on turn.council is not distinct from waiting.data->>'authority'
    where waiting.name = $1 and waiting.state < 'active' and waiting.start_after <= clock_timestamp()
      and not exists (
        select from pgboss.job as running where running.name = $1 and running.state = 'active'
          and (running.singleton_key = waiting.singleton_key
            or running.data->>'authority' = waiting.data->>'authority'))
    order by turn.began nulls first, waiting.created_on, waiting.id limit 1)
  returning id, data`;

/** Takes the job of the queue whose turn it is; undefined when none may begin now. */
export async function takeInTurn<Data>(
  engine: Engine,
  queue: string,
): Promise<TakenJob<Data> | undefined> {
  const { rows } = await engine.transaction('read write', async (session) => {
    await session.objects(HOLD, [queue]);
    return session.objects(TAKE, [queue]);
  });
  const [row] = rows;
  return row && { id: String(row.id), data: row.data as Data };
}
