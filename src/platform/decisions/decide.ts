import pg from 'pg';
import { WellplacedError } from '../../core/errors.ts';
import type { Acting, CouncilTransaction } from '../database/ground.ts';

/** A decision to be stored. */
export interface NewDecision {
  readonly subjectKey: string;
  /** The number of the latest decision on the subject that the person saw; 0 when there was none. */
  readonly basedOn: number;
  /** Values of the table's own columns. */
  readonly values: readonly unknown[];
}

/** Somebody else has decided since the person looked. Nothing of the person's own was stored. */
export class DecidedMeanwhile extends WellplacedError {
  constructor() {
    super(
      'decided-meanwhile',
      'Somebody else has decided since you opened the page. Nothing of yours was stored.',
      'Look at that decision, then decide again if it is still needed.',
    );
  }
}

async function latestNumbers(
  tx: Pick<CouncilTransaction<never>, 'authority' | 'rows'>,
  table: string,
  subjects: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.rows(
    `select subject_key, max(decision_number) from ${pg.escapeIdentifier(table)}
     where authority_id = $1 and subject_key = any($2) group by subject_key`,
    [tx.authority, subjects],
  );
  return new Map(rows.map(([subject, number]) => [String(subject), Number(number)]));
}

/** How many decisions in a row may be hidden from whoever decides. */
const MOST_HIDDEN = 100;

/** The subjects whose decision this transaction has stored. */
async function storedHere(
  tx: Pick<CouncilTransaction<never>, 'authority' | 'rows'>,
  table: string,
  subjects: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.rows(
    `select subject_key from ${pg.escapeIdentifier(table)}
     where authority_id = $1 and subject_key = any($2) and xmin = pg_current_xact_id()::xid`,
    [tx.authority, subjects],
  );
  return new Set(rows.map(([subject]) => String(subject)));
}

/**
 * Stores decisions: all, or none and `DecidedMeanwhile` when one of them is based on a decision that
 * is no longer the latest. The table has the columns `subject_key`, `decision_number` (from 1),
 * `decided_by` (the name as it was), `person_id`, `person_role` and `decided_at` before its own, and
 * the primary key (authority_id, subject_key, decision_number). Two at the same moment both find
 * theirs to be the latest; the table's key then lets one through and the transaction of the other
 * is given up. A later decision that is hidden from whoever decides, because it names a child whom
 * they may not see, stops nobody: theirs then follows it.
 */
export async function decide<Tables>(
  tx: CouncilTransaction<Tables>,
  table: keyof Tables & string,
  columns: readonly string[],
  by: Pick<Acting, 'actor' | 'person'>,
  decisions: readonly NewDecision[],
): Promise<void> {
  // In one order for everybody, so that two who decide on several cannot wait for each other.
  const ordered = decisions.toSorted((one, two) => (one.subjectKey < two.subjectKey ? -1 : 1));
  const latest = await latestNumbers(
    tx,
    table,
    ordered.map(({ subjectKey }) => subjectKey),
  );
  if (ordered.some((each) => (latest.get(each.subjectKey) ?? 0) !== each.basedOn)) {
    throw new DecidedMeanwhile();
  }
  const store = (some: readonly NewDecision[], unseen: number) =>
    tx.insertMany(
      table,
      ['subject_key', 'decision_number', 'decided_by', 'person_id', 'person_role', ...columns],
      some.map(({ subjectKey, basedOn, values }) => [
        ...[subjectKey, basedOn + 1 + unseen, by.actor],
        ...[by.person?.personId ?? null, by.person?.role ?? null],
        ...values,
      ]),
      { onConflict: 'ignore' },
    );
  let left = ordered;
  for (let unseen = 0; unseen <= MOST_HIDDEN; unseen += 1) {
    if ((await store(left, unseen)) === left.length) return;
    const subjects = left.map(({ subjectKey }) => subjectKey);
    const done = await storedHere(tx, table, subjects);
    left = left.filter(({ subjectKey }) => !done.has(subjectKey));
    const seen = await latestNumbers(
      tx,
      table,
      left.map(({ subjectKey }) => subjectKey),
    );
    if (left.some((each) => (seen.get(each.subjectKey) ?? 0) !== each.basedOn)) break;
  }
  throw new DecidedMeanwhile();
}
