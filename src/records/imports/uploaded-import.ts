import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { WellplacedError } from '../../core/errors.ts';
import { unlessDiskFull } from '../../platform/database/disk-full.ts';
import type { Acting, Ground } from '../../platform/database/ground.ts';
import { isUnavailable } from '../../platform/database/unavailable.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { discardUpload, filesToHold, unpack } from './held-upload.ts';
import { markImport } from './import-register.ts';
import { type ImportDesk, importSources } from './import-sources.ts';

async function waiting(ground: Ground, authority: string, importId: string) {
  return ground.read<RecordsTables, Acting | undefined>(authority, async (tx) => {
    const row = await tx.db
      .selectFrom('import')
      .select(['requested_by', 'reason'])
      .where('authority_id', '=', authority)
      .where('import_id', '=', importId)
      .where('status', 'in', ['queued', 'running'])
      .executeTakeFirst();
    return row && { authority, actor: row.requested_by, reason: row.reason };
  });
}

/**
 * Runs an uploaded import that is queued, or that an earlier process left running; does nothing for
 * one that is over. Files of no known layout stay held, so that they can be imported again once their
 * columns are mapped; the others are let go. When the database goes away meanwhile, nothing is kept
 * and the error is thrown for the job to be tried again. The unpacked files are readable by this user only and gone afterwards.
 */
export async function runUploadedImport(
  desk: ImportDesk,
  authority: string,
  importId: string,
  workFolder: string,
): Promise<void> {
  const acting = await waiting(desk.ground, authority, importId);
  if (acting === undefined) return;
  await markImport(desk.ground, acting, importId, 'running', null);
  // It may have been cancelled between the two.
  if ((await waiting(desk.ground, authority, importId)) === undefined) return;
  await mkdir(workFolder, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(workFolder, 'import-'));
  try {
    const sources = await unpack(desk.ground, authority, importId, folder).catch(
      async (fault: unknown) => {
        const error = unlessDiskFull(fault, `that holds the folder ${workFolder}`);
        if (error instanceof WellplacedError && !isUnavailable(error)) {
          const problem = `${error.message} Nothing was kept.`;
          await markImport(desk.ground, acting, importId, 'interrupted', problem);
        }
        throw error;
      },
    );
    await importSources(desk, acting, importId, sources, isUnavailable);
    const held = await filesToHold(desk.ground, authority, importId);
    await discardUpload(desk.ground, acting, importId, held);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
