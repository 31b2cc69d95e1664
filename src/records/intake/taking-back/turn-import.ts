import type { Acting } from '../../../platform/database/ground.ts';
import type { RunningJob } from '../../../platform/jobs/worker.ts';
import type { Turn } from '../../revisions/revision.ts';
import { type ImportDesk, openReader } from '../imports/import-sources.ts';
import { completeWithoutFiles, importWithoutFiles } from '../imports/import-without-files.ts';
import { takeBack } from './take-back.ts';

/** Takes an import back, or puts it back, as the row `importId` of the register asks for. */
export async function turnImport(
  desk: ImportDesk,
  acting: Acting,
  importId: string,
  turns: { readonly importId: string; readonly kind: Turn },
  workFolder: string,
  job: Pick<RunningJob, 'signal' | 'progress'>,
): Promise<void> {
  const { ground, now } = desk;
  await importWithoutFiles(
    desk,
    acting,
    importId,
    job,
    async ({ signal, progress, onProgress }) => {
      const reader = openReader(desk, { signal, onProgress: progress });
      try {
        onProgress('Looking at what stood before', 0, 0);
        const taking = { ground, reader, workFolder, today: desk.today(), now, onProgress };
        await takeBack(taking, acting, turns.importId, turns.kind, (tx, turned) =>
          completeWithoutFiles(tx, importId, now(), turned),
        );
      } finally {
        reader.close();
      }
    },
  );
}
