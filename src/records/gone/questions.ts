import { sql } from 'kysely';
import { type Pence, penceOf } from '../../core/money.ts';
import { addDays, type PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { loadNames } from '../children/load-names.ts';
import { subjectKeySql } from '../storage/finding-decisions.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { type AnswerGiven, latestAnswers, loadAnswers, questionKey, standing } from './answers.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** The finding that asks what became of a child. */
export const GONE_RULE = 'open-but-gone';

/** Waiting for an answer; answered, so that the child is counted to a day or on; or settled by an import that says itself what became of the child. */
export type QuestionState = 'waiting' | 'ended' | 'moved' | 'missing' | 'settled';

/** What became of a child whom an older return left open and the newest does not name. */
export interface GoneQuestion {
  readonly childId: string;
  readonly name: string | null;
  readonly state: QuestionState;
  /** The first day of the episode left open. */
  readonly decom: PlainDate;
  readonly place: string;
  readonly placeProvider: string | null;
  readonly providerName: string | null;
  /** The newest return that names the child. */
  readonly lastNamed: number;
  /** The last night that is counted; null for one who is counted on. */
  readonly lastNight: PlainDate | null;
  /** What the package costs a week today; null when no element holds the night. */
  readonly weekly: Pence | null;
  /** The import that first did not find the child, and the one that settled it. */
  readonly importId: string;
  readonly since: Date;
  readonly settledBy: string | null;
  /** Its finding. */
  readonly subjectKey: string;
  readonly message: string;
  /** The latest that was said, taken back or not. */
  readonly latest: AnswerGiven | undefined;
}

interface Asked {
  child_id: string;
  message: string;
  import_id: string;
  requested_at: string | Date;
  resolved_import_id: string | null;
  subject_key: string;
  decom: string;
  dec: string | null;
  rec: string | null;
  place: string;
  place_provider: string | null;
  provider_name: string | null;
  last_named: number;
  weekly: number | null;
}

/** The findings of children gone, an open one before one that an import ended and else the latest, each child with the last episode and today's cost. */
function asked(authority: string, today: PlainDate, childId: string | undefined) {
  const some = childId === undefined ? sql`` : sql`and child_id = ${childId}`;
  const them = sql`select child_id from finding
    where authority_id = ${authority} and rule = ${GONE_RULE} ${some}`;
  return sql<Asked>`select q.child_id, q.message, q.import_id, q.requested_at,
      q.resolved_import_id, q.subject_key, e.decom, e.dec, e.rec, e.place, e.place_provider,
      p.name as provider_name, e.last_named, w.weekly
    from (
      select distinct on (f.child_id) f.child_id, f.message, f.import_id, f.resolved_import_id,
        came.requested_at, ${sql.raw(subjectKeySql('f', 'f.message'))} as subject_key
      from finding f
        join import came on came.authority_id = ${authority} and came.import_id = f.import_id
      where f.authority_id = ${authority} and f.rule = ${GONE_RULE} and f.child_id in (${them})
      order by f.child_id, (f.resolved_import_id is null) desc, came.requested_at desc
    ) q
      join (
        select distinct on (child_id) child_id, decom, dec, rec, place, place_provider, urn,
          max(return_year) over (partition by child_id) as last_named
        from episode where authority_id = ${authority} and child_id in (${them})
        order by child_id, decom desc
      ) e on e.child_id = q.child_id
      left join provider p on p.authority_id = ${authority} and p.urn = e.urn
      left join (
        select child_id, sum(weekly_rate)::bigint as weekly from cost_element
        where authority_id = ${authority} and from_date <= ${today}
          and (to_date is null or to_date > ${today}) and child_id in (${them})
        group by child_id
      ) w on w.child_id = q.child_id
    order by q.child_id`;
}

/** What the records hold now says whether an answer acts: a return that names the child again goes before it. */
function stateOf(row: Asked, latest: AnswerGiven | undefined): QuestionState {
  if (row.resolved_import_id !== null) return 'settled';
  const answer = standing(latest);
  if (answer === undefined) return 'waiting';
  const acts = row.dec === answer.endedOn && (answer.rec === null || row.rec === answer.rec);
  return acts ? answer.answer : 'waiting';
}

/** The questions that were ever asked, by child, as far as the transaction may read them; of one child, that one. */
export async function loadQuestions(
  tx: Transaction,
  today: PlainDate,
  childId?: string,
): Promise<readonly GoneQuestion[]> {
  const { rows } = await asked(tx.authority, today, childId).execute(tx.db);
  if (rows.length === 0) return [];
  const childIds = rows.map(({ child_id }) => child_id);
  const names = await loadNames(tx, childIds);
  const answers = latestAnswers(await loadAnswers(tx, childIds));
  return rows.map((row) => {
    const name = names.get(row.child_id);
    const latest = answers.get(questionKey(row.child_id, row.decom));
    return {
      childId: row.child_id,
      name: [name?.givenName, name?.familyName].filter(Boolean).join(' ') || null,
      state: stateOf(row, latest),
      decom: row.decom as PlainDate,
      place: row.place,
      placeProvider: row.place_provider,
      providerName: row.provider_name,
      lastNamed: row.last_named,
      lastNight: row.dec === null ? null : addDays(row.dec as PlainDate, -1),
      weekly: row.weekly === null ? null : penceOf(Number(row.weekly)),
      importId: row.import_id,
      since: new Date(row.requested_at),
      settledBy: row.resolved_import_id,
      subjectKey: row.subject_key,
      message: row.message,
      latest,
    };
  });
}
