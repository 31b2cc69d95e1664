import { WellplacedError } from '../../core/errors.ts';
import { CsvRecords } from './csv-records.ts';
import type { RecognisedFile, TextEncoding } from './recognised-file.ts';
import type { SourceFile } from './source-file.ts';
import { decodedText } from './text-encoding.ts';

const HEAD_CHARACTERS = 32_768;
const DELIMITERS = [',', ';', '\t'] as const;

/** The first row of a CSV and the character that parts its values. */
export interface CsvHeader {
  readonly delimiter: RecognisedFile['delimiter'];
  readonly cells: readonly string[];
}

async function startOf(source: SourceFile, encoding: TextEncoding): Promise<string> {
  let start = '';
  for await (const text of decodedText(source, encoding)) {
    start += text;
    if (start.length >= HEAD_CHARACTERS) break;
  }
  return start;
}

function firstRow(start: string, delimiter: string): readonly string[] {
  let first: readonly string[] | undefined;
  const records = new CsvRecords(delimiter, undefined, {
    add: (_line, cells) => {
      if (cells.some((cell) => cell.trim() !== '')) first ??= cells;
    },
    reject: () => undefined,
  });
  records.push(start);
  records.end();
  return first ?? [];
}

/** Reads the first row of a CSV, split by whichever of comma, semicolon and tab gives the most values. Throws a WellplacedError when it is no table. */
export async function readCsvHeader(
  source: SourceFile,
  encoding: TextEncoding,
): Promise<CsvHeader> {
  const start = await startOf(source, encoding);
  const candidates = DELIMITERS.map((delimiter) => ({
    delimiter,
    cells: firstRow(start, delimiter),
  }));
  const best = candidates.reduce((one, other) =>
    other.cells.length > one.cells.length ? other : one,
  );
  if (best.cells.length < 2) {
    throw new WellplacedError(
      'not-a-table',
      `${source.path} is not a table: its first line has no columns parted by commas, semicolons or tabs.`,
      'Export it again as CSV with a header line.',
    );
  }
  return best;
}
