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

/**
 * Stores decisions in a table with the columns of `DecisionColumns`: all, or none and `DecidedMeanwhile` when one
 * of them is based on a decision that is no longer the latest. Two at the same moment both find
 * theirs to be the latest; the table's key then lets one through and the transaction of the other
 * is given up.
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
  const stored = await tx.insertMany(
    table,
    ['subject_key', 'decision_number', 'decided_by', 'person_id', 'person_role', ...columns],
    ordered.map(({ subjectKey, basedOn, values }) => [
      ...[subjectKey, basedOn + 1, by.actor, by.person?.personId ?? null, by.person?.role ?? null],
      ...values,
    ]),
    { onConflict: 'ignore' },
  );
  if (stored < ordered.length) throw new DecidedMeanwhile();
}
