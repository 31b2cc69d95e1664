import { WellplacedError } from '../../../core/errors.ts';
import type { PlainDate } from '../../../core/plain-date.ts';
import { latestDateOf } from '../../returns/latest-date.ts';
import type { CheckedBatch } from '../files/rejection.ts';
import type { FileReader, FileReading } from '../reading/reader.ts';
import { isReturnBatch } from '../storing/return-batch.ts';
import { FileRefusedError } from './file-refused-error.ts';
import type { ImportTally } from './import-tally.ts';
import type { PlannedFile } from './planned-file.ts';
import type { RowsHeld } from './rows-held.ts';

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

/** What is to be read of a file that was recognised. */
export function readingOf({
  source,
  recognised,
  returnYear,
  mapping,
}: PlannedFile): FileReading | undefined {
  if (recognised === undefined) return undefined;
  const context = mapping === undefined ? { returnYear } : { returnYear, mapping };
  return { task: 'read', source, words: [recognised, context] };
}

/** Reads a file to its end, counting as it goes. Throws a FileRefusedError when the file is not what it claims, or has more rows than may be held. */
export async function* readPlanned(
  reader: FileReader,
  file: PlannedFile,
  tally: ImportTally,
  latest: LatestDates,
  held: RowsHeld,
): AsyncIterable<CheckedBatch> {
  const reading = readingOf(file);
  if (reading === undefined) return;
  const { number, source, returnYear } = file;
  try {
    for await (const batch of reader.read(reading)) {
      tally.read(number, batch);
      held.add(batch.kind, batch.rows.length, { number, path: source.path });
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
