import { once } from 'node:events';
import type { PassThrough } from 'node:stream';
import type exceljs from 'exceljs';
import { dayNumberOf, parseIsoDate } from '../../core/plain-date.ts';
import { SheetSums } from './sheet-sums.ts';
import {
  type CellValue,
  type ColumnType,
  isNumeric,
  type TabularColumn,
  type TabularData,
  type TabularRow,
} from './tabular-data.ts';

const DAY_IN_MILLISECONDS = 86_400_000;

const NUMBER_FORMATS: Partial<Record<ColumnType, string>> = {
  money: '£#,##0.00;[Red]-£#,##0.00',
  whole: '#,##0',
  decimal: '#,##0.0###',
  date: 'dd/mm/yyyy',
};
const NARROWEST: Record<ColumnType, number> = {
  text: 8,
  whole: 10,
  money: 14,
  date: 12,
  decimal: 10,
};
const WIDEST = 48;
/** Rows by whose texts the columns are made wide enough, before the first is sent. */
const ROWS_MEASURED = 200;

function typedCell(value: CellValue, type: ColumnType): string | number | Date | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return type === 'money' ? value / 100 : value;
  const date = type === 'date' ? parseIsoDate(value) : undefined;
  return date === undefined ? value : new Date(dayNumberOf(date) * DAY_IN_MILLISECONDS);
}

/** The first rows, to be measured, and all of them, each read once. */
async function measuring(rows: TabularData['rows']) {
  const iterator =
    Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  const first: TabularRow[] = [];
  while (first.length < ROWS_MEASURED) {
    const next = await iterator.next();
    if (next.done === true) break;
    first.push(next.value);
  }
  async function* all(): AsyncGenerator<TabularRow> {
    yield* first;
    if (first.length < ROWS_MEASURED) return;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      yield next.value;
    }
  }
  return { first, all: all() };
}

function widthOf({ key, heading, type }: TabularColumn, rows: readonly TabularRow[]): number {
  // A heading has the button of its filter beside it.
  const longest = rows.reduce(
    (width, row) => (type === 'text' ? Math.max(width, String(row[key] ?? '').length + 2) : width),
    Math.max(NARROWEST[type], heading.length + 4),
  );
  return Math.min(longest, WIDEST);
}

function sheetColumn(column: TabularColumn, rows: readonly TabularRow[]): Partial<exceljs.Column> {
  const format = NUMBER_FORMATS[column.type];
  const horizontal = isNumeric(column.type) ? ({ horizontal: 'right' } as const) : {};
  return {
    key: column.key,
    header: column.heading,
    width: widthOf(column, rows),
    style: {
      ...(format === undefined ? {} : { numFmt: format }),
      alignment: { vertical: 'top', wrapText: true, ...horizontal },
    },
  };
}

/** A sheet’s place in its workbook. */
export interface SheetPlace {
  readonly workbook: exceljs.stream.xlsx.WorkbookWriter;
  readonly name: string;
  /** Where its rows are written; waited for when it is full. */
  readonly stream: PassThrough;
}

/** Writes a table to a sheet: typed cells, the heading frozen and on every page that is printed, filters on, and a last row of what the rows come to. */
export async function writeSheet(
  { workbook, name, stream }: SheetPlace,
  table: TabularData,
): Promise<void> {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      ...{ paperSize: 9, orientation: 'landscape', printTitlesRow: '1:1' },
      ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    },
    headerFooter: { oddFooter: '&L&A&CPage &P of &N&R&F' },
  });
  const { first, all } = await measuring(table.rows);
  sheet.columns = table.columns.map((column) => sheetColumn(column, first));
  const heading = sheet.getRow(1);
  heading.font = { bold: true };
  heading.alignment = { vertical: 'bottom', wrapText: true };
  heading.commit();
  const sums = new SheetSums(table.columns);
  let last = 1;
  for await (const row of all) {
    sheet.addRow(table.columns.map(({ key, type }) => typedCell(row[key], type))).commit();
    sums.add(row);
    last += 1;
    if (stream.writableNeedDrain) await once(stream, 'drain');
  }
  const total = sums.row((column) => sheet.getColumn(column).letter, last);
  if (total !== undefined) {
    const row = sheet.addRow(total);
    row.font = { bold: true };
    row.border = { top: { style: 'thin' } };
    row.commit();
  }
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: last, column: Math.max(1, table.columns.length) },
  };
  sheet.commit();
}
