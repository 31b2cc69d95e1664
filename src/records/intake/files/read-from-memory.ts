import { memorySource } from './memory-source.ts';
import { readFile } from './read-file.ts';
import { recogniseTables } from './recognise-file.ts';
import type { CheckedBatch } from './rejection.ts';
import type { ReadingContext } from './row-checkers.ts';

/** Recognises and reads every table of a file held in memory; for tests, whose files are small. */
export async function readFromMemory(
  content: string | Uint8Array,
  context: ReadingContext = { returnYear: undefined },
  pieceSize = 40,
): Promise<readonly CheckedBatch[]> {
  const source = memorySource('file', content, pieceSize);
  const batches: CheckedBatch[] = [];
  const { tables } = await recogniseTables(source);
  for (const table of tables) {
    for await (const batch of readFile(source, table, context)) batches.push(batch);
  }
  return batches;
}
