import { memorySource } from './memory-source.ts';
import { readFile } from './read-file.ts';
import { recogniseFile } from './recognise-file.ts';
import type { CheckedBatch } from './rejection.ts';
import type { ReadingContext } from './row-checkers.ts';

/** Recognises and reads a whole file held in memory; for tests, whose files are small. */
export async function readFromMemory(
  content: string | Uint8Array,
  context: ReadingContext = { returnYear: undefined },
  pieceSize = 40,
): Promise<readonly CheckedBatch[]> {
  const source = memorySource('file', content, pieceSize);
  const batches: CheckedBatch[] = [];
  for await (const batch of readFile(source, await recogniseFile(source), context)) {
    batches.push(batch);
  }
  return batches;
}
