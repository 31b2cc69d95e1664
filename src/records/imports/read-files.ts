import { WellplacedError } from '../../core/errors.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import type { CheckedBatch } from '../files/rejection.ts';
import type { FileReader } from '../reading/reader.ts';
import { latestDateOf } from '../returns/latest-date.ts';
import { FileRefusedError } from './file-refused-error.ts';
import type { ImportTally } from './import-tally.ts';
import type { PlannedFile } from './planned-file.ts';
import { isReturnBatch } from './return-batch.ts';

/** The latest date that the rows of each file hold, by the file's number. */
export type LatestDates = Map<number, PlainDate>;

function noteLatest(latest: LatestDates, file: number, batch: CheckedBatch): void {
  if (!isReturnBatch(batch)) return;
  for (const row of batch.rows) {
    const date = latestDateOf(batch.kind, row);
    const known = latest.get(file);
    if (date !== undefined && (known === undefined || date > known)) latest.set(file, date);
  }
}

/** Reads a file to its end, counting as it goes. Throws a FileRefusedError when the file is not what it claims. */
export async function* readPlanned(
  reader: FileReader,
  file: PlannedFile,
  tally: ImportTally,
  latest: LatestDates,
): AsyncIterable<CheckedBatch> {
  if (file.recognised === undefined) return;
  const { number, source, recognised, returnYear, mapping } = file;
  const context = mapping === undefined ? { returnYear } : { returnYear, mapping };
  try {
    for await (const batch of reader.read(source, recognised, context)) {
      tally.read(number, batch);
      for (const finding of batch.findings) {
        tally.findings.push({
          ...finding,
          kind: batch.kind,
          returnYear: returnYear ?? 0,
          path: source.path,
        });
      }
      noteLatest(latest, number, batch);
      yield batch;
    }
  } catch (error) {
    if (error instanceof WellplacedError) throw new FileRefusedError(number, error);
    throw error;
  }
}
