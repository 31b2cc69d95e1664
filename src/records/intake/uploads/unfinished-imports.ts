import type { Acting, Ground } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { markImport } from '../imports/import-register.ts';
import { DIED } from './begin-try.ts';
import { discardUpload } from './held-upload.ts';

/** An import from which nothing is heard for so long is taken as cut off; whoever runs one says so more often. */
export const SILENCE_MILLISECONDS = 2 * 60_000;

interface Unfinished {
  import_id: string;
  origin: string;
  status: string;
  requested_at: Date;
  heard_at: Date | null;
}

async function unfinishedOf(ground: Ground, authority: string): Promise<Unfinished[]> {
  return ground.read<RecordsTables, Unfinished[]>(authority, (tx) =>
    tx.db
      .selectFrom('import')
      .leftJoin('import_progress', (join) =>
        join
          .onRef('import_progress.import_id', '=', 'import.import_id')
          .on('import_progress.authority_id', '=', authority),
      )
      .select(['import.import_id', 'origin', 'status', 'requested_at', 'heard_at'])
      .where('import.authority_id', '=', authority)
      .where('status', 'in', ['receiving', 'queued', 'running'])
      .execute(),
  );
}

/**
 * Looks after the imports that a stopped process left behind: uploads that wait are named to be
 * worked on; what was cut off is marked as interrupted, with nothing kept. An upload whose process
 * died with it might have killed it, and would kill the next: its files stay held, and only a person
 * runs it again. Only what has been silent for so long is touched: where nobody else can be at work, that is no time at all.
 */
export async function unfinishedUploads(
  ground: Ground,
  authority: string,
  now: Date,
  silence = SILENCE_MILLISECONDS,
): Promise<readonly string[]> {
  const silentSince = now.getTime() - silence;
  const again: string[] = [];
  for (const unfinished of await unfinishedOf(ground, authority)) {
    const { import_id: importId, status, origin } = unfinished;
    const heard = (unfinished.heard_at ?? unfinished.requested_at).getTime();
    if (status === 'queued') {
      again.push(importId);
      continue;
    }
    if (heard > silentSince) continue;
    const acting: Acting = { authority, actor: 'Wellplaced', reason: 'import cut off' };
    const died = origin === 'upload' && status === 'running';
    const problem = died ? DIED : 'It was cut off. Nothing was kept.';
    await markImport(ground, acting, importId, 'interrupted', problem);
    if (died) continue;
    await ground.transaction<RecordsTables, void>(acting, (tx) => discardUpload(tx, importId));
  }
  return again;
}
