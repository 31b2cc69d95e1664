import { join } from 'node:path';
import { loggableError } from '../platform/http/log.ts';
import { type JobTimes, openJobs } from '../platform/jobs/jobs.ts';
import { markDead } from '../records/imports/begin-try.ts';
import { ProgressBoard } from '../records/imports/import-progress.ts';
import type { ImportDesk } from '../records/imports/import-sources.ts';
import { discardOldUploads } from '../records/imports/old-uploads.ts';
import { SILENCE_MILLISECONDS, unfinishedUploads } from '../records/imports/unfinished-imports.ts';
import { runUploadedImport } from '../records/imports/uploaded-import.ts';
import { READING_LIMITS } from '../records/reading/limits.ts';
import type { House } from './house.ts';
import { IMPORTS } from './queues.ts';

const LOOK_AROUND_MILLISECONDS = 60_000;

interface ImportJob {
  readonly authority: string;
  readonly importId: string;
}

/** Where long work is done. */
export interface Workshop {
  readonly desk: ImportDesk;
  readonly submitImport: (authority: string, importId: string) => Promise<void>;
  /** Lets the jobs under way come to a safe point. */
  stop(): Promise<void>;
}

function report(error: unknown): void {
  process.stderr.write(`${JSON.stringify({ event: 'job-failed', ...loggableError(error) })}\n`);
}

/**
 * Opens the queue, works on it, and once a minute takes up what a process that stopped left
 * behind, in the councils there are by then. An upload's row in the register is what counts: a job
 * is only sent once that row is committed, and one that was never sent is found by its row.
 */
export async function openWorkshop(
  house: House,
  authorities: () => Promise<readonly string[]>,
  lookAroundMilliseconds = LOOK_AROUND_MILLISECONDS,
  times: Partial<JobTimes> = {},
): Promise<Workshop> {
  const { ground, configuration, today, now } = house;
  const readingLimits = { ...READING_LIMITS, rows: configuration.mostRows };
  const board = new ProgressBoard(ground, now);
  const desk = { ground, today, now, report, readingLimits, board };
  const jobs = await openJobs(ground, report, times);
  const workFolder = join(configuration.dataFolder, 'work');
  const submitImport = async (authority: string, importId: string) => {
    const job: ImportJob = { authority, importId };
    await jobs.send(IMPORTS, job, { key: importId });
  };
  const lookAround = async (silence: number) => {
    for (const authority of await authorities()) {
      for (const importId of await unfinishedUploads(ground, authority, now(), silence)) {
        await submitImport(authority, importId);
      }
      await discardOldUploads(ground, authority, now());
    }
  };
  try {
    await jobs.work<ImportJob>(
      IMPORTS,
      ({ authority, importId }, job) =>
        runUploadedImport(desk, authority, importId, workFolder, job),
      ({ authority, importId }) => markDead(ground, authority, importId),
    );
    // Nobody but this process can have the embedded database open.
    await lookAround(ground.kind === 'embedded' ? 0 : SILENCE_MILLISECONDS);
  } catch (error) {
    await jobs.stop(); // the queue's timers would keep the process alive
    throw error;
  }
  const timer = setInterval(
    () => void lookAround(SILENCE_MILLISECONDS).catch(report),
    lookAroundMilliseconds,
  );
  return {
    desk,
    submitImport,
    async stop() {
      clearInterval(timer);
      await jobs.stop();
    },
  };
}
