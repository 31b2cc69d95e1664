import { WellplacedError } from '../../../core/errors.ts';
import type { Acting, CouncilTransaction } from '../../../platform/database/ground.ts';
import { isUnavailable } from '../../../platform/database/unavailable.ts';
import { JobStopped, type RunningJob } from '../../../platform/jobs/worker.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { markImport } from './import-register.ts';
import type { ImportDesk } from './import-sources.ts';

/** What the work of an import without files may tell of itself. */
export interface WithoutFiles {
  readonly signal: AbortSignal;
  /** Told that something was really read or stored. */
  readonly progress: () => void;
  /** Told how far it has come, for the import’s page. */
  readonly onProgress: (stage: string, done: number, total: number) => void;
}

/** Marks an import without files as complete, in the transaction that has changed the records for it. */
export async function completeWithoutFiles(
  tx: CouncilTransaction<RecordsTables>,
  importId: string,
  finishedAt: Date,
  turned: object | null = null,
): Promise<void> {
  await tx.rows(
    `update import set status = 'complete', finished_at = $3, turned = $4
     where authority_id = $1 and import_id = $2 and status = 'running'`,
    [tx.authority, importId, finishedAt, turned === null ? null : JSON.stringify(turned)],
  );
}

/**
 * Runs an import that has no files of its own (one taken back, a link) and leaves its row right
 * whatever happens. When the database goes away meanwhile, or the program is stopped, nothing is
 * kept and it is queued again.
 */
export async function importWithoutFiles(
  { ground, board }: ImportDesk,
  acting: Acting,
  importId: string,
  { signal, progress }: Pick<RunningJob, 'signal' | 'progress'>,
  work: (watch: WithoutFiles) => Promise<void>,
): Promise<void> {
  const onProgress = (stage: string, done: number, total: number) => {
    signal.throwIfAborted();
    progress();
    board.note(acting, importId, { stage, done, total });
  };
  try {
    await work({ signal, progress, onProgress });
  } catch (error) {
    const again = isUnavailable(error) || error instanceof JobStopped;
    const said =
      error instanceof WellplacedError ? `${error.message} ${error.remedy}` : 'The program failed.';
    const status = again ? 'queued' : 'interrupted';
    const problem = again ? null : `${said} Nothing was changed.`;
    await markImport(ground, acting, importId, status, problem);
    throw error;
  } finally {
    await board.close(acting.authority, importId);
  }
}
