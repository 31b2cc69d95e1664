import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { readFile } from '../files/read-file.ts';
import { recogniseTables } from '../files/recognise-file.ts';
import type { CheckedBatch } from '../files/rejection.ts';
import type { SourceFile } from '../files/source-file.ts';
import { latestDates } from '../imports/return-dates.ts';
import { sampleRows } from '../imports/sample-rows.ts';

async function sha256Of(source: SourceFile): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(source.open(), hash);
  return hash.digest('hex');
}

/** What is asked of a foreign file and answered at once, by name. */
export const TASKS = {
  sha256: sha256Of,
  recognise: recogniseTables,
  sample: sampleRows,
  dates: latestDates,
};

export type Task = keyof typeof TASKS;

/** The one thing that is answered a batch at a time. */
export const readBatches: (...words: Parameters<typeof readFile>) => AsyncIterable<CheckedBatch> =
  readFile;

type WordsAfterSource<Words extends readonly unknown[]> = Words extends readonly [
  SourceFile,
  ...infer Rest,
]
  ? Rest
  : never;

/** What a task is told beside the file. */
export type TaskWords<Name extends Task | 'read'> = Name extends Task
  ? WordsAfterSource<Parameters<(typeof TASKS)[Name]>>
  : WordsAfterSource<Parameters<typeof readFile>>;

/** What a task gives. */
export type TaskValue<Name extends Task> = Awaited<ReturnType<(typeof TASKS)[Name]>>;
