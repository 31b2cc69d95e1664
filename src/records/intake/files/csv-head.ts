import { CsvRecords, TOO_WIDE } from './csv-records.ts';
import { ROWS_ABOVE_HEADER } from './find-header.ts';
import type { TextEncoding } from './recognised-file.ts';
import type { SourceFile } from './source-file.ts';
import { decodedText } from './text-encoding.ts';

/** What parts the values of a CSV, the most usual first. */
export const DELIMITERS: readonly string[] = [',', ';', '\t', '|'];

const HEAD_CHARACTERS = 262_144;
const HEAD_LINES = 400;

/** The line with which a CSV tells Excel its delimiter, spreadsheets' own delimiters after it. */
const SEPARATOR_LINE = /^\s*"?sep=([^\w"\s]|\t)"?[,;\t|]*\r?(?:\n|\r|$)/i;

/** The text with which a CSV starts. */
export interface CsvStart {
  /** Without a line that names the delimiter. */
  readonly text: string;
  /** The delimiter that such a line names. */
  readonly delimiter: string | undefined;
  /** Lines that were taken away. */
  readonly linesPassed: number;
  /** Whether the file goes on after the text. */
  readonly goesOn: boolean;
}

/** The first rows of a CSV under one delimiter. */
export interface CsvHead {
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
  /** Line on which each row starts, counted from 1 in the text. */
  readonly lines: readonly number[];
  /** Whether a row has more values than any table has columns. */
  readonly tooWide: boolean;
}

/** Reads as much of a CSV as the search for its header needs. */
export async function startOf(source: SourceFile, encoding: TextEncoding): Promise<CsvStart> {
  let start = '';
  for await (const text of decodedText(source, encoding)) {
    start += text;
    if (start.length >= HEAD_CHARACTERS) break;
  }
  const named = SEPARATOR_LINE.exec(start);
  const passed = named?.[0] ?? '';
  return {
    text: start.slice(passed.length),
    goesOn: start.length >= HEAD_CHARACTERS,
    delimiter: named?.[1],
    linesPassed: passed.split(/\r\n|\n|\r/).length - 1,
  };
}

/** Reads the first rows of a CSV. */
export function readHead({ text, goesOn }: CsvStart, delimiter: string): CsvHead {
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  let tooWide = false;
  const take = (line: number, cells: readonly string[]) => {
    rows.push(cells);
    lines.push(line);
  };
  const records = new CsvRecords(delimiter, 0, {
    add: take,
    reject: (line, cells, reason) => {
      take(line, cells);
      tooWide ||= reason === TOO_WIDE;
    },
    accepts: () => true,
  });
  for (const piece of text.split(/(?<=\n)/, HEAD_LINES)) {
    records.push(piece);
    if (rows.length > ROWS_ABOVE_HEADER) return { delimiter, rows, lines, tooWide };
  }
  // The last line may be cut; it is looked at only where it is all there is.
  if (!goesOn || rows.length === 0) records.end();
  return { delimiter, rows, lines, tooWide };
}
