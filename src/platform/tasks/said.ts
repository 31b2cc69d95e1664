import { parseIsoDate } from '../../core/plain-date.ts';
import type { Acting, CouncilTransaction } from '../database/ground.ts';
import { decide } from '../decisions/decide.ts';
import type { LatestWord, Work } from './rules.ts';
import type { TaskTables, WordOnWork } from './task-tables.ts';
import type { KnownKind } from './waiting.ts';

type Transaction = CouncilTransaction<TaskTables>;

/** A word on a piece of work, to be stored. */
export interface NewWord {
  readonly verdict: WordOnWork;
  /** Whose it is from then on; null to give it back to all who may do it. */
  readonly holderId: string | null;
  readonly until?: string | undefined;
  readonly reason: string;
}

/** One word that was said, as the page of the work tells it. */
export interface Said {
  readonly verdict: WordOnWork;
  readonly by: string;
  readonly at: Date;
  readonly holder: string | undefined;
  readonly until: string | undefined;
  readonly reason: string;
}

/** The table’s own columns, in the order in which a word gives their values. */
export const WORD_COLUMNS = [
  'verdict',
  'kind',
  'child_id',
  'holder_id',
  'until',
  'reason',
] as const;

/** The key of a piece of work among all. */
export function subjectOf(kind: Pick<KnownKind, 'id'>, key: string): string {
  return `${kind.id}/${key}`;
}

const LATEST = `
select distinct on (subject_key) subject_key, decision_number, holder_id, until
from work_said where authority_id = $1 and kind = any($2)
order by subject_key, decision_number desc
`;

/** The latest word on each piece of work of the kinds, by its key among all. */
export async function latestWords(
  tx: Transaction,
  kinds: readonly Pick<KnownKind, 'id'>[],
): Promise<ReadonlyMap<string, LatestWord>> {
  const rows = await tx.rows(LATEST, [tx.authority, kinds.map(({ id }) => id)]);
  return new Map(
    rows.map(([subject, number, holderId, until]) => [
      String(subject),
      {
        number: Number(number),
        holderId: holderId === null ? undefined : String(holderId),
        until: until === null ? undefined : parseIsoDate(String(until)),
      },
    ]),
  );
}

/** Stores a word on a piece of work. Throws `DecidedMeanwhile` when somebody said another since the person looked. */
export async function sayOfWork(
  tx: Transaction,
  { kind, key, childId }: Pick<Work, 'kind' | 'key' | 'childId'>,
  seen: number,
  word: NewWord,
  by: Pick<Acting, 'actor' | 'person'>,
): Promise<void> {
  const values = [
    ...[word.verdict, kind.id, childId ?? null],
    ...[word.holderId, word.until ?? null, word.reason],
  ];
  const decision = { subjectKey: subjectOf(kind, key), basedOn: seen, values };
  await decide(tx, 'work_said', WORD_COLUMNS, by, [decision]);
}

const HISTORY = `
select s.verdict, s.decided_by, s.decided_at, h.name, s.until, s.reason
from work_said s
  left join person h on h.authority_id = $1 and h.person_id = s.holder_id
where s.authority_id = $1 and s.subject_key = $2
order by s.decision_number desc
`;

/** Everything said about a piece of work, the latest first. */
export async function saidOfWork(
  tx: Transaction,
  { kind, key }: Pick<Work, 'kind' | 'key'>,
): Promise<readonly Said[]> {
  const rows = await tx.rows(HISTORY, [tx.authority, subjectOf(kind, key)]);
  return rows.map(([verdict, by, at, holder, until, reason]) => ({
    verdict: verdict as WordOnWork,
    by: String(by),
    at: at as Date,
    holder: holder === null ? undefined : String(holder),
    until: until === null ? undefined : String(until),
    reason: String(reason),
  }));
}
