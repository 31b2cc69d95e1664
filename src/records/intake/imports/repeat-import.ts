import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import { beginRevision, endRevision } from '../../revisions/revision.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { writeJournal } from '../storing/write-journal.ts';
import type { ImportOutcome } from './import-outcome.ts';
import type { ImportRequest } from './import-request.ts';
import { ImportTally } from './import-tally.ts';
import { markOver } from './mark-over.ts';
import type { PlannedFile } from './planned-file.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const REJECTED = ['file_number', 'rejection_number', 'kind', 'line', 'column_name', 'value'].concat(
  ['reason', 'cells'],
);

/** What the import counted, without what it added, changed or withdrew. */
async function countedBy(tx: Transaction, importId: string): Promise<ImportTally> {
  const files = await tx.db
    .selectFrom('import_file')
    .select(['file_number', 'row_count as rows', 'accepted', 'rejected', 'superseded', 'repaired'])
    .where('authority_id', '=', tx.authority)
    .where('import_id', '=', importId)
    .execute();
  const tally = new ImportTally(files.length);
  for (const { file_number, ...counts } of files) Object.assign(tally.of(file_number), counts);
  return tally;
}

/**
 * Enters an import of the very files that the newest one brought, read as they would be read now:
 * none is read again and no record changes. It counts what that one counted, and lists the rows that
 * were rejected then, so that its page can be worked from like any other.
 */
export async function repeatImport(
  tx: Transaction,
  request: ImportRequest,
  planned: readonly PlannedFile[],
  sameAs: string,
): Promise<ImportOutcome> {
  const { importId, extent } = request;
  const revision = await beginRevision(tx, importId);
  const tally = await countedBy(tx, sameAs);
  const files = await writeJournal(tx, importId, planned, tally, extent);
  const rejections = await tx.rows(
    `select ${REJECTED.join(', ')} from rejection where authority_id = $1 and import_id = $2`,
    [tx.authority, sameAs],
  );
  const own = rejections.map((row) => [importId, ...row.slice(0, -1), JSON.stringify(row.at(-1))]);
  await tx.insertMany('rejection', ['import_id', ...REJECTED], own);
  await tx.rows('update import set same_as = $3 where authority_id = $1 and import_id = $2', [
    ...[tx.authority, importId, sameAs],
  ]);
  await endRevision(tx, revision, importId, request.now());
  await markOver(tx, request, 'complete');
  return { importId, files, findings: [], sameAs };
}
