import { WellplacedError } from '../../../core/errors.ts';
import type { Acting } from '../../../platform/database/ground.ts';
import { isUnavailable } from '../../../platform/database/unavailable.ts';
import { JobStopped, type RunningJob } from '../../../platform/jobs/worker.ts';
import type { Turn } from '../../revisions/revision.ts';
import { markImport } from '../imports/import-register.ts';
import { type ImportDesk, openReader } from '../imports/import-sources.ts';
import { takeBack } from './take-back.ts';

/**
 * Takes an import back, or puts it back, as the row `importId` of the register asks for, and leaves
 * that row right whatever happens. When the database goes away meanwhile, or the program is stopped,
 * nothing is kept and the turn is queued again.
 */
export async function turnImport(
  desk: ImportDesk,
  acting: Acting,
  importId: string,
  turns: { readonly importId: string; readonly kind: Turn },
  workFolder: string,
  { signal, progress }: Pick<RunningJob, 'signal' | 'progress'>,
): Promise<void> {
  const { ground, board, now } = desk;
  const onProgress = (stage: string, done: number, total: number) => {
    signal.throwIfAborted();
    progress();
    board.note(acting, importId, { stage, done, total });
  };
  const reader = openReader(desk, { signal, onProgress: progress });
  try {
    onProgress('Looking at what stood before', 0, 0);
    const taking = { ground, reader, workFolder, today: desk.today(), now, onProgress };
    await takeBack(taking, acting, turns.importId, turns.kind, async (tx, turned) => {
      await tx.rows(
        `update import set status = 'complete', finished_at = $3, turned = $4
         where authority_id = $1 and import_id = $2 and status = 'running'`,
        [tx.authority, importId, now(), JSON.stringify(turned)],
      );
    });
  } catch (error) {
    const again = isUnavailable(error) || error instanceof JobStopped;
    const said =
      error instanceof WellplacedError ? `${error.message} ${error.remedy}` : 'The program failed.';
    const status = again ? 'queued' : 'interrupted';
    await markImport(
      ground,
      acting,
      importId,
      status,
      again ? null : `${said} Nothing was changed.`,
    );
    throw error;
  } finally {
    reader.close();
    await board.close(acting.authority, importId);
  }
}
