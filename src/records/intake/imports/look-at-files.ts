import { WellplacedError } from '../../../core/errors.ts';
import type { RecognisedTables } from '../files/recognised-file.ts';
import type { SourceFile } from '../files/source-file.ts';
import type { SavedMapping } from '../mappings/saved-mapping.ts';
import type { FileReader } from '../reading/reader.ts';

/** A file as it was looked at, before anything is asked of its tables. */
export interface LookedAt {
  readonly source: SourceFile;
  /** Undefined when not even the bytes could be read. */
  readonly sha256: string | undefined;
  readonly found: RecognisedTables | WellplacedError;
}

/** What is asked of every file of an import to begin with. */
export function firstQuestions(
  sources: readonly SourceFile[],
  mappings: readonly SavedMapping[],
): Parameters<FileReader['expect']>[0] {
  return sources.flatMap((source) => [
    { task: 'sha256', source, words: [] },
    { task: 'recognise', source, words: [mappings] },
  ]);
}

/** Hashes a file and recognises its tables. */
export async function lookAt(
  reader: FileReader,
  source: SourceFile,
  mappings: readonly SavedMapping[],
): Promise<LookedAt> {
  let sha256: string | undefined;
  try {
    sha256 = await reader.ask('sha256', source);
    return { source, sha256, found: await reader.ask('recognise', source, mappings) };
  } catch (error) {
    if (error instanceof WellplacedError) return { source, sha256, found: error };
    throw error;
  }
}
