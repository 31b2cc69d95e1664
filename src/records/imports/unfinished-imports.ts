import type { Acting, Ground } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { discardUpload } from './held-upload.ts';
import { markImport } from './import-register.ts';

/** An import from which nothing is heard for so long is taken as cut off. */
const SILENCE_MILLISECONDS = 2 * 60_000;

interface Unfinished {
  import_id: string;
  origin: string;
  status: string;
  requested_by: string;
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
      .select(['import.import_id', 'origin', 'status', 'requested_by', 'requested_at', 'heard_at'])
      .where('import.authority_id', '=', authority)
      .where('status', 'in', ['receiving', 'queued', 'running'])
      .execute(),
  );
}

/**
 * Looks after the imports that a stopped process left behind: uploads that had fully arrived are
 * named to be worked on again; what cannot go on (an upload cut off, a command that was killed) is
 * marked as interrupted, with nothing kept. On the embedded database nobody else can be at work;
 * on a server only what has long been silent is touched.
 */
export async function unfinishedUploads(
  ground: Ground,
  authority: string,
  now: Date,
): Promise<readonly string[]> {
  const silentSince = now.getTime() - (ground.kind === 'embedded' ? 0 : SILENCE_MILLISECONDS);
  const again: string[] = [];
  for (const unfinished of await unfinishedOf(ground, authority)) {
    const { import_id: importId, status, origin, requested_by: actor } = unfinished;
    const heard = (unfinished.heard_at ?? unfinished.requested_at).getTime();
    // An upload is not at work in a job, but arrives: in this very process, on the embedded database too.
    const silence = status === 'receiving' ? now.getTime() - SILENCE_MILLISECONDS : silentSince;
    if (status !== 'queued' && heard > silence) continue;
    if (origin === 'upload' && status !== 'receiving') {
      again.push(importId);
      continue;
    }
    const acting: Acting = { authority, actor, reason: 'import cut off' };
    await markImport(ground, acting, importId, 'interrupted', 'It was cut off. Nothing was kept.');
    await discardUpload(ground, acting, importId);
  }
  return again;
}
