import type { Acting, CouncilTransaction } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { discardUpload } from './held-upload.ts';

/** Cancels an upload that waits to be imported and lets its files go. False when it no longer waits: then nothing is done. */
export async function cancelImport(
  tx: CouncilTransaction<RecordsTables>,
  by: Pick<Acting, 'actor'>,
  importId: string,
): Promise<boolean> {
  const rows = await tx.rows(
    `update import set status = 'cancelled', problem = $3
     where authority_id = $1 and import_id = $2 and status = 'queued' returning import_id`,
    [tx.authority, importId, `${by.actor} cancelled it. Nothing was kept.`],
  );
  if (rows.length === 0) return false;
  await discardUpload(tx, importId);
  return true;
}
