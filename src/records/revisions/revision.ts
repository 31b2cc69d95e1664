import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** How an import that was made can be turned. */
export type Turn = 'taken back' | 'put back';

/** What made one revision of a council's records: an import that came in, or one taken back or put back, or what a person answered. */
export type RevisionMade = { readonly revision: number } & (
  | { readonly kind: 'import' | Turn; readonly importId: string }
  | { readonly kind: 'answered'; readonly importId: null }
);

type Transaction = CouncilTransaction<RecordsTables>;

/**
 * Begins the next revision of a council's records, on behalf of an import or, with none, of an
 * answer: every record that the transaction adds, changes or withdraws carries its number. The caller holds the council's turn
 * (imports follow one another), so no other takes the same number.
 */
export async function beginRevision(tx: Transaction, importId: string | null): Promise<number> {
  const [row] = await tx.rows(
    'select coalesce(max(revision), 0) + 1 from revision where authority_id = $1',
    [tx.authority],
  );
  const revision = Number(row?.[0]);
  await tx.rows('select app_revises($1, $2)', [revision, importId ?? '']);
  return revision;
}

/** Enters the revision that the transaction has made, so that it counts from then on. */
export async function endRevision(
  tx: Transaction,
  revision: number,
  importId: string | null,
  madeAt: Date,
  kind: RevisionMade['kind'] = 'import',
): Promise<void> {
  await tx.insertMany(
    'revision',
    ['revision', 'made_at', 'kind', 'import_id'],
    [[revision, madeAt, kind, importId]],
  );
}

/** What made each revision of a council's records, in order. */
export async function revisionsMade(tx: Transaction): Promise<readonly RevisionMade[]> {
  const rows = await tx.db
    .selectFrom('revision')
    .select(['revision', 'kind', 'import_id as importId'])
    .where('authority_id', '=', tx.authority)
    .orderBy('revision')
    .execute();
  // An answer, and nothing else, has no import.
  return rows as RevisionMade[];
}

/** The last revision made at an instant or before; 0 where there was none yet. */
export async function revisionAt(tx: Transaction, instant: Date): Promise<number> {
  const [row] = await tx.rows(
    'select coalesce(max(revision), 0) from revision where authority_id = $1 and made_at <= $2',
    [tx.authority, instant],
  );
  return Number(row?.[0]);
}

/** The last revision made; 0 where there is none yet. */
export async function newestRevision(tx: Transaction): Promise<number> {
  const [row] = await tx.rows(
    'select coalesce(max(revision), 0) from revision where authority_id = $1',
    [tx.authority],
  );
  return Number(row?.[0]);
}
