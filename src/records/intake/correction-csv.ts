import { basename } from 'node:path/posix';
import { Readable } from 'node:stream';
import { guarded } from '../../platform/downloads/formula.ts';
import { returnYearFromPath } from './files/return-year.ts';
import { CORRECTION_COLUMNS } from './imports/correction-file.ts';
import type { WholeRejection } from './load-rejections.ts';

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(guarded(cell))).join(',')}\r\n`;
}

async function* text(
  header: readonly string[],
  rows: AsyncIterable<WholeRejection>,
): AsyncGenerator<string> {
  yield `\uFEFF${line([...header, ...CORRECTION_COLUMNS])}`;
  for await (const { cells, line: number, reason } of rows) {
    yield line([...cells, String(number), reason]);
  }
}

/**
 * Rejected rows as CSV, to be corrected and imported again: the file's own header and its cells
 * as they stand, with an apostrophe before one that a spreadsheet would run, which is taken away again
 * when the file comes back; after them the line and the reason. A row that has too many cells or too few keeps them, so that it is
 * rejected again until someone has put it right.
 */
export function correctionCsv(
  header: readonly string[],
  rows: AsyncIterable<WholeRejection>,
): Readable {
  return Readable.from(text(header, rows), { objectMode: false });
}

/** A name for the rows of a file that names the same return year as the file was taken for. */
export function correctionName(path: string, returnYear: number | null, kind: string): string {
  const stem = basename(path).replace(/\.[a-z0-9]{1,5}$/i, '');
  const name = `${stem} rejected rows.csv`;
  const year = returnYear ?? undefined;
  if (year === undefined || returnYearFromPath(name) === year) return name;
  const dated = `${year} ${name}`;
  return returnYearFromPath(dated) === year ? dated : `${year} ${kind} rejected rows.csv`;
}
