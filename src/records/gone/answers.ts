import type { PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { GoneAnswer } from '../history/gone-children.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** The table's own columns, in the order in which an answer gives their values. */
export const GONE_ANSWER_COLUMNS = [
  ...(['answer', 'ended_on', 'rec', 'reason'] as const),
  ...(['child_id', 'decom', 'last_named', 'newest'] as const),
] as const;

/** What was said of a child, or that what was said is taken back. */
export interface AnswerGiven extends Omit<GoneAnswer, 'answer' | 'endedOn'> {
  readonly number: number;
  readonly answer: GoneAnswer['answer'] | 'taken back';
  readonly endedOn: PlainDate | null;
  readonly reason: string;
  readonly childId: string;
  readonly decom: PlainDate;
  /** The name as it was. */
  readonly decidedBy: string;
  readonly decidedAt: Date;
}

/** What a question is about: the child and the first day of the episode left open. */
export function questionKey(childId: string, decom: string): string {
  return `${childId}|${decom}`;
}

/** All that was answered about some children, or about every child, the latest first. */
export async function loadAnswers(
  tx: Transaction,
  childIds?: readonly string[],
): Promise<readonly AnswerGiven[]> {
  let query = tx.db.selectFrom('gone_answer').selectAll().where('authority_id', '=', tx.authority);
  if (childIds !== undefined) query = query.where('child_id', 'in', [...childIds, '']);
  const rows = await query
    .orderBy('decided_at', 'desc')
    .orderBy('decision_number', 'desc')
    .execute();
  return rows.map((row) => ({
    number: row.decision_number,
    answer: row.answer,
    endedOn: row.ended_on as PlainDate | null,
    rec: row.rec,
    reason: row.reason,
    childId: row.child_id,
    decom: row.decom as PlainDate,
    lastNamed: row.last_named,
    newest: row.newest,
    decidedBy: row.decided_by,
    decidedAt: new Date(row.decided_at),
  }));
}

/** The latest of each question. */
export function latestAnswers(given: readonly AnswerGiven[]): ReadonlyMap<string, AnswerGiven> {
  const latest = new Map<string, AnswerGiven>();
  for (const one of given) {
    const key = questionKey(one.childId, one.decom);
    if ((latest.get(key)?.number ?? 0) < one.number) latest.set(key, one);
  }
  return latest;
}

/** The answer as it stands; undefined for one that is taken back. */
export function standing(given: AnswerGiven | undefined): GoneAnswer | undefined {
  if (given === undefined || given.answer === 'taken back') return undefined;
  return { ...given, answer: given.answer };
}
