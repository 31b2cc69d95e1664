import type { Acting, Ground } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { discardUpload } from './held-upload.ts';

/** Cancels an upload that waits to be imported and lets its files go. False when it no longer waits: then nothing is done. */
export async function cancelImport(
  ground: Ground,
  acting: Acting,
  importId: string,
): Promise<boolean> {
  const cancelled = await ground.transaction<RecordsTables, boolean>(acting, async (tx) => {
    const rows = await tx.rows(
      `update import set status = 'cancelled', problem = $3
       where authority_id = $1 and import_id = $2 and status = 'queued' returning import_id`,
      [tx.authority, importId, `${acting.actor} cancelled it. Nothing was kept.`],
    );
    return rows.length > 0;
  });
  if (cancelled) await discardUpload(ground, acting, importId);
  return cancelled;
}
