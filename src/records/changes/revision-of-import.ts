import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RegisteredImport } from '../intake/load-import.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** The revision that an import made, or that was made when it turned another; undefined where it made none. */
export async function revisionOfImport(
  tx: Transaction,
  { importId, turns, finishedAt }: RegisteredImport,
): Promise<number | undefined> {
  const made = { importId: turns?.importId ?? importId, kind: turns?.kind ?? 'import' };
  const [row] = await tx.rows(
    `select max(revision) from revision where authority_id = $1 and import_id = $2 and kind = $3
       and made_at <= coalesce($4, made_at)`,
    [tx.authority, made.importId, made.kind, turns === null ? null : finishedAt],
  );
  return typeof row?.[0] === 'number' ? row[0] : undefined;
}
