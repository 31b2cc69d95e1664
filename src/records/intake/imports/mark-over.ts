import { WellplacedError } from '../../../core/errors.ts';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { ImportRequest } from './import-request.ts';
import { readAs } from './same-files.ts';

/** Marks an import as over. Throws a WellplacedError `import-given-up` when the import was given up meanwhile, by whoever took its process for dead. */
export async function markOver(
  tx: CouncilTransaction<RecordsTables>,
  request: ImportRequest,
  status: 'complete' | 'refused',
): Promise<void> {
  const { importId, now } = request;
  const marked = await tx.rows(
    `update import set status = $2, finished_at = $3, read_as = $5
     where authority_id = $1 and import_id = $4 and status = 'running' returning import_id`,
    [tx.authority, status, now(), importId, readAs(request) ?? null],
  );
  if (marked.length > 0) return;
  throw new WellplacedError(
    'import-given-up',
    'This import was given up before it was over, because nothing had been heard of it.',
    'Import the files again.',
  );
}
