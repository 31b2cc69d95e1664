import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type exceljs from 'exceljs';
import { dayNumberOf, parseIsoDate } from '../../core/plain-date.ts';
import type { DownloadReply } from '../http/reply.ts';
import {
  type CellValue,
  type ColumnType,
  isNumeric,
  type TabularColumn,
  type TabularData,
} from './tabular-data.ts';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DAY_IN_MILLISECONDS = 86_400_000;

const NUMBER_FORMATS: Partial<Record<ColumnType, string>> = {
  money: '£#,##0.00;[Red]-£#,##0.00',
  whole: '#,##0',
  decimal: '#,##0.0###',
  date: 'dd/mm/yyyy',
};
const WIDTHS: Record<ColumnType, number> = {
  text: 24,
  whole: 12,
  money: 16,
  date: 13,
  decimal: 12,
};

function typedCell(value: CellValue, type: ColumnType): string | number | Date | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return type === 'money' ? value / 100 : value;
  const date = type === 'date' ? parseIsoDate(value) : undefined;
  return date === undefined ? value : new Date(dayNumberOf(date) * DAY_IN_MILLISECONDS);
}

/** Sheets may not be named with these, nor with more than 31 characters. */
function sheetName(title: string): string {
  return (
    title
      .replace(/[\\/?*[\]:']/g, ' ')
      .trim()
      .slice(0, 31) || 'Table'
  );
}

function sheetColumn(column: TabularColumn): Partial<exceljs.Column> {
  const format = NUMBER_FORMATS[column.type];
  return {
    key: column.key,
    header: column.heading,
    width: Math.max(WIDTHS[column.type], Math.min(column.heading.length + 4, 40)),
    style: {
      ...(format === undefined ? {} : { numFmt: format }),
      ...(isNumeric(column.type) ? { alignment: { horizontal: 'right' as const } } : {}),
    },
  };
}

async function writeSheet(
  workbook: exceljs.stream.xlsx.WorkbookWriter,
  table: TabularData,
  stream: PassThrough,
): Promise<void> {
  const sheet = workbook.addWorksheet(sheetName(table.title), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = table.columns.map(sheetColumn);
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).commit();
  for await (const row of table.rows) {
    sheet.addRow(table.columns.map(({ key, type }) => typedCell(row[key], type))).commit();
    if (stream.writableNeedDrain) await once(stream, 'drain');
  }
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: 1, column: Math.max(1, table.columns.length) },
  };
  sheet.commit();
}

async function writeWorkbook(tables: readonly TabularData[], stream: PassThrough): Promise<void> {
  // A tenth of the time in which a command starts would go into loading it, and few ever write a workbook.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  for (const table of tables) await writeSheet(workbook, table, stream);
  await workbook.commit();
}

/**
 * The table as a spreadsheet with typed cells (money in pounds, dates as dates), its heading frozen,
 * filters on, written as it is sent. Should the rows fail, the download breaks off and is not a whole file.
 */
export function xlsxDownload(table: TabularData, filename: string): DownloadReply {
  return xlsxWorkbook([table], filename);
}

/** As xlsxDownload, several tables with a sheet each, in order; their titles must differ. */
export function xlsxWorkbook(tables: readonly TabularData[], filename: string): DownloadReply {
  const stream = new PassThrough();
  writeWorkbook(tables, stream).catch((error: Error) => stream.destroy(error));
  return { kind: 'download', filename, contentType: CONTENT_TYPE, content: stream };
}
