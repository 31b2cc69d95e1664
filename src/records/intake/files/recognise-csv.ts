import { WellplacedError } from '../../../core/errors.ts';
import { CODE_POINT_COLUMNS, isCodePointRow } from '../../places/code-point.ts';
import { type CsvHead, type CsvStart, DELIMITERS, readHead, startOf } from './csv-head.ts';
import { MOST_COLUMNS } from './csv-records.ts';
import { findHeader } from './find-header.ts';
import type { RecognisedFile } from './recognised-file.ts';
import type { SourceFile } from './source-file.ts';
import { encodingOf } from './text-encoding.ts';

/** How a CSV is written, before its kind is known. */
type CsvTable = Omit<RecognisedFile, 'kind' | 'extraColumns' | 'missingColumns'>;

/** The first rows under one delimiter, and where among them the header stands. */
interface Candidate extends CsvHead {
  readonly at: number;
  readonly columns: number;
  /** How much of the first rows is a table of those columns: another delimiter may part one row into more. */
  readonly fit: number;
  readonly known: boolean;
}

function candidateFor(
  start: CsvStart,
  delimiter: string,
  knows: (header: readonly string[]) => boolean,
): Candidate {
  const head = readHead(start, delimiter);
  const at = findHeader(head.rows, knows);
  const header = head.rows[at] ?? [];
  const columns = header.filter((cell) => cell.trim() !== '').length;
  const rows = head.rows.slice(Math.max(0, at)).filter((row) => row.length === header.length);
  const known = columns > 1 && knows(header);
  return { ...head, at, columns, fit: columns > 1 ? columns * rows.length : 0, known };
}

/** The delimiter that the file names itself if it parts columns, else the first under which the header is known, else the one under which the first rows are most of a table. */
function bestOf(start: CsvStart, knows: (header: readonly string[]) => boolean): Candidate {
  const named = start.delimiter;
  let best: Candidate | undefined;
  for (const delimiter of named === undefined ? DELIMITERS : [named, ...DELIMITERS]) {
    const candidate = candidateFor(start, delimiter, knows);
    if (candidate.known || (delimiter === named && candidate.columns > 1)) return candidate;
    if (best === undefined || candidate.fit > best.fit) best = candidate;
  }
  return best as Candidate;
}

function notATable(path: string, { rows, at }: Candidate): WellplacedError {
  const only = rows[at]?.find((cell) => cell.trim() !== '') ?? '';
  const parted = DELIMITERS.some((delimiter) => only.split(delimiter).length > 2);
  return parted
    ? new WellplacedError(
        'lines-in-quotation-marks',
        `${path} has each line in one pair of quotation marks, so that a whole row is one value: a spreadsheet opened it as a single column and saved it so.`,
        'Export it again from the system it comes from, or take away the outer quotation marks.',
      )
    : new WellplacedError(
        'not-a-table',
        `${path} is not a table: none of its first lines has columns parted by commas, semicolons, tabs or upright bars.`,
        'Export it again as CSV with a header line.',
      );
}

function tooWide(path: string): WellplacedError {
  return new WellplacedError(
    'too-many-columns',
    `${path} names more than ${MOST_COLUMNS.toLocaleString('en-GB')} columns, more than any table of records has.`,
    'Export it again as CSV with one record on each line.',
  );
}

/**
 * How a CSV is written: its encoding, its delimiter, and the line that names its columns, which
 * `knows` recognises. Throws a WellplacedError when it is no table.
 */
export async function recogniseCsv(
  source: SourceFile,
  knows: (header: readonly string[]) => boolean,
): Promise<CsvTable> {
  const encoding = await encodingOf(source);
  const start = await startOf(source, encoding);
  const best = bestOf(start, knows);
  if (best.tooWide && !best.known) throw tooWide(source.path);
  const written = {
    path: source.path,
    format: 'csv',
    encoding,
    delimiter: best.delimiter,
  } as const;
  const first = best.rows.find((row) => row.some((cell) => cell.trim() !== '')) ?? [];
  if (isCodePointRow(first)) {
    return {
      ...written,
      header: CODE_POINT_COLUMNS,
      headerLine: 0,
      rowsAbove: [],
      headerless: true,
    };
  }
  if (best.columns < 2) throw notATable(source.path, best);
  const lineOf = (at: number) => (best.lines[at] ?? 0) + start.linesPassed;
  const rowsAbove = best.rows
    .slice(0, best.at)
    .map((row, at) => ({
      line: lineOf(at),
      text: row.filter((cell) => cell.trim() !== '').join(', '),
    }))
    .filter(({ text: said }) => said !== '');
  const header = best.rows[best.at] ?? [];
  return { ...written, header, headerLine: lineOf(best.at), rowsAbove, headerless: false };
}
