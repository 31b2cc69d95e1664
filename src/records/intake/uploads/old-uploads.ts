import type { Ground } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { discardUpload } from './held-upload.ts';

/** How long files that could not be imported are held, so that they can be imported again. */
export const DAYS_HELD = 14;

const DAY_IN_MILLISECONDS = 86_400_000;

/** Lets go of the files of imports that were over so many days ago: nothing of a child is held for longer than it is of use. Gives of how many. */
export async function discardOldUploads(
  ground: Ground,
  authority: string,
  now: Date,
): Promise<number> {
  const before = new Date(now.getTime() - DAYS_HELD * DAY_IN_MILLISECONDS);
  const old = await ground.read<RecordsTables, { import_id: string }[]>(authority, (tx) =>
    tx.db
      .selectFrom('import')
      .select('import_id')
      .where('import.authority_id', '=', authority)
      .where('status', 'not in', ['receiving', 'queued', 'running'])
      .where('requested_at', '<', before)
      .where((where) =>
        where.exists(
          where
            .selectFrom('upload_chunk')
            .select('upload_chunk.import_id')
            .where('upload_chunk.authority_id', '=', authority)
            .whereRef('upload_chunk.import_id', '=', 'import.import_id')
            .whereRef('upload_chunk.authority_id', '=', 'import.authority_id'),
        ),
      )
      .execute(),
  );
  const acting = {
    authority,
    actor: 'Wellplaced',
    reason: `files held for ${DAYS_HELD} days`,
  };
  for (const { import_id: importId } of old) {
    await ground.transaction<RecordsTables, void>(acting, (tx) => discardUpload(tx, importId));
  }
  return old.length;
}
