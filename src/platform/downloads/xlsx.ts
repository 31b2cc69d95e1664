import { PassThrough } from 'node:stream';
import type { DownloadReply } from '../http/reply.ts';
import { notesTable } from './notes-table.ts';
import { writeSheet } from './sheet.ts';
import { sheetNames } from './sheet-names.ts';
import type { TabularData, WorkbookNote } from './tabular-data.ts';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function writeWorkbook(
  tables: readonly TabularData[],
  notes: readonly WorkbookNote[],
  stream: PassThrough,
): Promise<void> {
  // A tenth of the time in which a command starts would go into loading it, and few ever write a workbook.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const all = [...tables, notesTable(tables, notes) ?? []].flat();
  const names = sheetNames(all.map(({ title }) => title));
  for (const [at, table] of all.entries()) {
    await writeSheet({ workbook, name: names[at] ?? table.title, stream }, table);
  }
  await workbook.commit();
}

/**
 * The table as a spreadsheet with typed cells (money in pounds, dates as dates), what its rows come to,
 * its heading frozen and printed on every page, filters on, and on a last sheet its notes; written as it
 * is sent. Should the rows fail, the download breaks off and is not a whole file.
 */
export function xlsxDownload(
  table: TabularData,
  filename: string,
  notes: readonly WorkbookNote[] = [],
): DownloadReply {
  return xlsxWorkbook([table], filename, notes);
}

/** As xlsxDownload, several tables with a sheet each, in order. */
export function xlsxWorkbook(
  tables: readonly TabularData[],
  filename: string,
  notes: readonly WorkbookNote[] = [],
): DownloadReply {
  const stream = new PassThrough();
  writeWorkbook(tables, notes, stream).catch((error: Error) => stream.destroy(error));
  return { kind: 'download', filename, contentType: CONTENT_TYPE, content: stream };
}
