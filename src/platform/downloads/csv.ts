import { Readable } from 'node:stream';
import { decimalPounds, penceOf } from '../../core/money.ts';
import type { DownloadReply } from '../http/reply.ts';
import { neverRun } from './formula.ts';
import type { CellValue, ColumnType, TabularData, TabularRow } from './tabular-data.ts';

const BYTE_ORDER_MARK = '\uFEFF';
const ROWS_A_CHUNK = 500;

function plainText(value: CellValue, type: ColumnType): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') {
    return type === 'money' ? decimalPounds(penceOf(value)) : String(value);
  }
  return neverRun(value);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function line(table: TabularData, row: TabularRow): string {
  const cells = table.columns.map(({ key, type }) => quoted(plainText(row[key], type)));
  return `${cells.join(',')}\r\n`;
}

async function* csvText(table: TabularData): AsyncGenerator<string> {
  const headings = table.columns.map(({ heading }) => quoted(plainText(heading, 'text')));
  let chunk = `${BYTE_ORDER_MARK}${headings.join(',')}\r\n`;
  let rows = 0;
  for await (const row of table.rows) {
    chunk += line(table, row);
    rows += 1;
    if (rows % ROWS_A_CHUNK > 0) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/**
 * The table as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read names rightly):
 * dates as yyyy-mm-dd, money as pounds with two decimals. A text that a spreadsheet would run as a
 * formula has an apostrophe before it; numbers stay numbers.
 */
export function csvDownload(table: TabularData, filename: string): DownloadReply {
  return {
    kind: 'download',
    filename,
    contentType: 'text/csv; charset=utf-8',
    content: Readable.from(csvText(table), { objectMode: false }),
  };
}
