import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { WellplacedError } from '../../../core/errors.ts';
import { unlessDiskFull } from '../../../platform/database/disk-full.ts';
import type { Acting, Ground } from '../../../platform/database/ground.ts';
import { isUnavailable } from '../../../platform/database/unavailable.ts';
import { JobStopped, type RunningJob } from '../../../platform/jobs/worker.ts';
import { linkOf } from '../../links/load-links.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { askedForBy, type ImportOrders, markImport } from '../imports/import-register.ts';
import { type ImportDesk, importSources } from '../imports/import-sources.ts';
import { linkImport } from '../linking/link-import.ts';
import { turnImport } from '../taking-back/turn-import.ts';
import { beginTry } from './begin-try.ts';
import { discardUpload, filesToHold, unpack } from './held-upload.ts';

const LOOK_AGAIN_MILLISECONDS = 1_000;
const UNWATCHED = { signal: new AbortController().signal, progress: () => undefined };

interface AskedFor {
  readonly acting: Acting;
  readonly orders: ImportOrders;
  /** Whether it stands for a link of identifiers, and has no files. */
  readonly isLink: boolean;
}

async function waiting(ground: Ground, authority: string, importId: string) {
  return ground.read<RecordsTables, AskedFor | undefined>(authority, async (tx) => {
    const row = await tx.db
      .selectFrom('import')
      .select(['requested_by', 'person_id', 'person_role', 'reason'])
      .select(['extent', 'accepts_large_change', 'turns_import', 'turn'])
      .where('authority_id', '=', authority)
      .where('import_id', '=', importId)
      .where('status', '=', 'queued')
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const { extent, accepts_large_change: acceptsLargeChange, reason } = row;
    const turns =
      row.turns_import === null || row.turn === null
        ? undefined
        : { importId: row.turns_import, kind: row.turn };
    const orders = { extent: extent ?? undefined, acceptsLargeChange, turns };
    const isLink = (await linkOf(tx, importId)) !== undefined;
    return { acting: { authority, ...askedForBy(row), reason }, orders, isLink };
  });
}

/** Whether an import that met this fault is put back to be run again, by nobody's fault of its own. */
function isPutBack(fault: unknown): boolean {
  return isUnavailable(fault) || fault instanceof JobStopped;
}

/** Queues the import again, once the database can be reached; gives it up when the job is ended meanwhile. */
async function putBack(ground: Ground, acting: Acting, importId: string, signal: AbortSignal) {
  for (;;) {
    try {
      return await markImport(ground, acting, importId, 'queued', null);
    } catch (error) {
      if (!isUnavailable(error) || signal.aborted) throw error;
      await delay(LOOK_AGAIN_MILLISECONDS);
    }
  }
}

async function unpacked(desk: ImportDesk, acting: Acting, importId: string, folder: string) {
  try {
    return await unpack(desk.ground, acting.authority, importId, folder);
  } catch (fault) {
    const error = unlessDiskFull(fault, `that holds the folder ${dirname(folder)}`);
    if (error instanceof WellplacedError && !isUnavailable(error)) {
      const problem = `${error.message} Nothing was kept.`;
      await markImport(desk.ground, acting, importId, 'interrupted', problem);
    }
    throw error;
  }
}

/**
 * Runs an uploaded import that is queued; does nothing for one that is over, or that another process
 * began. Files of no known layout stay held, so that they can be imported again once their columns
 * are mapped; the others are let go. When the database goes away meanwhile, or the program is
 * stopped, nothing is kept, the import is queued again and the error is thrown for the job to be
 * tried again. The unpacked files are readable by this user only and gone afterwards.
 */
export async function runUploadedImport(
  desk: ImportDesk,
  authority: string,
  importId: string,
  workFolder: string,
  job: Pick<RunningJob, 'signal' | 'progress'> = UNWATCHED,
): Promise<void> {
  const { ground, board, now } = desk;
  const asked = await waiting(ground, authority, importId);
  if (asked === undefined) return;
  const { acting, orders, isLink } = asked;
  if (!(await beginTry(ground, acting, importId, now()))) return;
  await mkdir(workFolder, { recursive: true, mode: 0o700 });
  if (isLink) {
    await linkImport(desk, acting, importId, job);
    return;
  }
  if (orders.turns !== undefined) {
    await turnImport(desk, acting, importId, orders.turns, workFolder, job);
    return;
  }
  board.note(acting, importId, { stage: 'Unpacking files', done: 0, total: 0 });
  const folder = await mkdtemp(join(workFolder, 'import-'));
  try {
    const sources = await unpacked(desk, acting, importId, folder);
    const { signal, progress: onProgress } = job;
    const watch = { runsAgain: isPutBack, signal, onProgress, ...orders };
    await importSources(desk, acting, importId, sources, watch);
    const held = await filesToHold(ground, authority, importId);
    await ground.transaction<RecordsTables, void>(acting, (tx) =>
      discardUpload(tx, importId, held),
    );
  } catch (error) {
    if (isPutBack(error)) await putBack(ground, acting, importId, job.signal);
    throw error;
  } finally {
    await board.close(authority, importId);
    await rm(folder, { recursive: true, force: true });
  }
}
