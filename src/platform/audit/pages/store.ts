import { sql } from 'kysely';
import { addDays } from '../../../core/plain-date.ts';
import type { CouncilTransaction } from '../../database/ground.ts';
import type { PlatformTables } from '../../database/platform-tables.ts';
import type { ValuesOf } from '../../lists/filters.tsx';
import type { AuditEntry } from '../entry.ts';
import type { TRAIL_FILTERS } from './trail-filters.ts';

type Transaction = CouncilTransaction<PlatformTables>;

/** What the trail is narrowed to. */
export type TrailFilter = Partial<ValuesOf<typeof TRAIL_FILTERS>>;

/** Counting stops here: a trail of millions would otherwise be counted at every look. */
export const MOST_COUNTED = 10_000;

function midnight(day: string) {
  return sql<Date>`(${day}::timestamp at time zone 'Europe/London')`;
}

/** How a person is called now, since when, and until when entries stood under names alone. */
interface NamedFor {
  readonly name: string;
  readonly since: Date;
  readonly until: Date;
}

/** What the trail is narrowed to, with whom its person’s number stands for; nobody when there is no such person. */
export interface TrailQuestion extends TrailFilter {
  readonly who?: NamedFor | undefined;
}

/** Finds out who the person is, how they are called now and since when. */
export async function asked(tx: Transaction, filter: TrailFilter): Promise<TrailQuestion> {
  if (filter.by === undefined) return filter;
  const [row] = await tx.rows(
    `select name, coalesce(named_at, added_at) from person
     where authority_id = $1 and person_id = $2`,
    [tx.authority, filter.by],
  );
  if (row === undefined) return filter;
  const [name, since] = row;
  const [[until] = []] = await tx.rows(
    "select applied_at from schema_migration where name = '0018-people-by-id'",
  );
  return { ...filter, who: { name: String(name), since: since as Date, until: until as Date } };
}

/** What the person did: by id, and what stands under their name alone since they have it. */
function doneBy(personId: string, who: TrailQuestion['who']) {
  const byId = sql<boolean>`person_id = ${personId}`;
  if (who === undefined) return byId;
  return sql<boolean>`(${byId} or (person_id is null and actor = ${who.name}
    and happened_at >= ${who.since} and happened_at < ${who.until}))`;
}

function matching(tx: Transaction, filter: TrailQuestion) {
  let query = tx.db
    .selectFrom('audit_entry')
    .where('authority_id', '=', tx.authority)
    .where('seq', 'is not', null);
  if (filter.person !== undefined) query = query.where('actor', '=', filter.person);
  if (filter.by !== undefined) query = query.where(doneBy(filter.by, filter.who));
  if (filter.action !== undefined) query = query.where('action', '=', filter.action);
  if (filter.thing !== undefined) query = query.where('table_name', '=', filter.thing);
  if (filter.child !== undefined) {
    query = query.where(sql<string>`row_key ->> 'child_id'`, '=', filter.child);
  }
  if (filter.from !== undefined) query = query.where('happened_at', '>=', midnight(filter.from));
  if (filter.to !== undefined) {
    query = query.where('happened_at', '<', midnight(addDays(filter.to, 1)));
  }
  if (filter.search !== undefined) {
    const part = `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(
      sql<string>`concat_ws(' ', actor, reason, table_name, row_key::text, before::text, after::text)`,
      'ilike',
      part,
    );
  }
  return query;
}

/** Entries that match, the latest first: those below a place in the chain, or some of a page. */
export async function loadEntries(
  tx: Transaction,
  filter: TrailQuestion,
  part: { readonly limit: number; readonly offset?: number; readonly below?: number },
): Promise<AuditEntry[]> {
  let query = matching(tx, filter);
  if (part.below !== undefined) query = query.where('seq', '<', part.below);
  const rows = await query
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(part.limit)
    .offset(part.offset ?? 0)
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    happenedAt: row.happened_at,
    actor: row.actor,
    personId: row.person_id,
    role: row.person_role,
    reason: row.reason,
    action: row.action,
    thing: row.table_name,
    key: row.row_key as AuditEntry['key'],
    before: row.before as AuditEntry['before'],
    after: row.after as AuditEntry['after'],
    importId: row.import_id,
  }));
}

/** Whether a policy of the trail may leave entries out for the reader of the transaction: those whose texts hold certain words, and those about certain children. */
export async function leavesSomeOut(tx: Transaction): Promise<boolean> {
  const [row] = await tx.rows(
    "select coalesce(current_setting('app.hidden_words', true), '') <> ''",
  );
  return row?.[0] === true;
}

/** How many entries match, at most MOST_COUNTED. */
export async function countEntries(tx: Transaction, filter: TrailQuestion): Promise<number> {
  const { number } = await tx.db
    .selectFrom(matching(tx, filter).select('seq').limit(MOST_COUNTED).as('some'))
    .select((select) => select.fn.countAll<number>().as('number'))
    .executeTakeFirstOrThrow();
  return number;
}
