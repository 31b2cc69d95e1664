import { readCsvRows } from '../files/csv-rows.ts';
import type { RecognisedFile } from '../files/recognised-file.ts';
import type { SourceFile } from '../files/source-file.ts';
import { readXlsxRows } from '../files/xlsx-rows.ts';

/** How many of the first rows of a file of no known layout are kept, to be shown when its columns are mapped. */
const ROWS_SHOWN = 20;

/** A row as the file has it. */
export interface SampleRow {
  /** Line of the file on which the row starts, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The first rows of a table. Throws a WellplacedError when the file cannot be read. */
export async function sampleRows(
  source: SourceFile,
  recognised: RecognisedFile,
): Promise<readonly SampleRow[]> {
  const batches =
    recognised.format === 'xlsx'
      ? readXlsxRows(source, recognised)
      : readCsvRows(source, recognised);
  for await (const { lines, cells } of batches) {
    return cells.slice(0, ROWS_SHOWN).map((row, at) => ({ line: lines[at] ?? 0, cells: row }));
  }
  return [];
}
