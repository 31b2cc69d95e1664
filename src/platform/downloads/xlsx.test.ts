import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import type { DownloadReply } from '../http/reply.ts';
import type { TabularData } from './tabular-data.ts';
import { xlsxDownload, xlsxWorkbook } from './xlsx.ts';

const table: TabularData = {
  title: 'Spend: by [group]',
  columns: [
    { key: 'name', heading: 'Name', type: 'text' },
    { key: 'cost', heading: 'Cost', type: 'money' },
    { key: 'from', heading: 'From', type: 'date' },
    { key: 'nights', heading: 'Nights', type: 'whole' },
  ],
  rows: [
    { name: '=1+1', cost: 123_405, from: '2021-03-31', nights: 7 },
    { name: 'B', cost: null, from: undefined, nights: 0 },
  ],
};

async function workbookOf({ content }: DownloadReply): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await buffer(content as Readable)) as never);
  return workbook;
}

async function sheetOf(data: TabularData): Promise<exceljs.Worksheet> {
  const [sheet] = (await workbookOf(xlsxDownload(data, 'table.xlsx'))).worksheets;
  if (sheet === undefined) throw new Error('The workbook has no sheet.');
  return sheet;
}

test('has typed cells, a frozen heading and filters', async () => {
  const sheet = await sheetOf(table);
  expect(sheet.name).toBe('Spend by group');
  expect(sheet.getRow(1).values).toEqual([undefined, 'Name', 'Cost', 'From', 'Nights']);
  expect(sheet.getCell('A2').value).toBe('=1+1');
  expect(sheet.getCell('A2').formula).toBeUndefined();
  expect(sheet.getCell('B2').value).toBe(1234.05);
  expect(sheet.getCell('B2').numFmt).toContain('£');
  expect(sheet.getCell('C2').value).toEqual(new Date('2021-03-31T00:00:00Z'));
  expect(sheet.getCell('D3').value).toBe(0);
  expect(sheet.getCell('B3').value).toBeNull();
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  expect(sheet.autoFilter).toBeTruthy();
});

test('sums what a filter leaves, by a formula whose value is right to the penny', async () => {
  const costs = Array.from({ length: 1_000 }, (_, at) => ({ name: `P${at}`, cost: 10 + at }));
  const columns = [
    { key: 'name', heading: 'Name', type: 'text' },
    { key: 'cost', heading: 'Cost', type: 'money', summed: true },
    { key: 'rate', heading: 'Rate', type: 'money' },
  ] as const;
  const sheet = await sheetOf({ title: 'Costs', columns, rows: costs });
  expect(sheet.rowCount).toBe(1_002);
  expect(sheet.getCell('A1002').value).toBe('Total of the rows shown');
  expect(sheet.getCell('B1002').value).toEqual({
    formula: 'SUBTOTAL(109,B2:B1001)',
    result: costs.reduce((sum, { cost }) => sum + cost, 0) / 100,
  });
  expect(sheet.getCell('C1002').value).toBeNull();
  expect(sheet.autoFilter).toBe('A1:C1001');
  expect((await sheetOf({ title: 'Costs', columns, rows: [] })).rowCount).toBe(1);
});

test('is printed across the paper, its heading on every page, columns as wide as their words', async () => {
  const sheet = await sheetOf({
    ...table,
    rows: [{ name: 'Oakfield House Children’s Home Ltd' }, { name: 'x'.repeat(400) }],
  });
  expect(sheet.pageSetup).toMatchObject({
    ...{ orientation: 'landscape', printTitlesRow: '1:1', fitToWidth: 1, fitToHeight: 0 },
  });
  expect(sheet.getColumn(1).width).toBe(48);
  const narrow = await sheetOf({ ...table, rows: [{ name: 'Oakfield House' }] });
  expect(narrow.getColumn(1).width).toBe('Oakfield House'.length + 2);
});

test('says of itself on a last sheet what it is told, and what each column means', async () => {
  const columns = table.columns.map((column) =>
    column.key === 'nights' ? { ...column, about: 'Nights of the week.' } : column,
  );
  const workbook = await workbookOf(
    xlsxDownload({ ...table, columns }, 'table.xlsx', [['Council', 'Northmere']]),
  );
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Spend by group', 'Notes']);
  const notes = workbook.worksheets[1]?.getSheetValues().slice(1);
  expect(notes).toEqual([
    [undefined, 'What', 'Note'],
    [undefined, 'Council', 'Northmere'],
    [undefined, 'Nights (column)', 'Nights of the week.'],
  ]);
});

test('gives sheets names of whole words, each its own', async () => {
  const long = 'Children gone from the newest return of the council';
  const titled = (title: string) => ({ ...table, title });
  const { worksheets } = await workbookOf(
    xlsxWorkbook([long, long.toUpperCase(), ':/'].map(titled), 'tables.xlsx'),
  );
  expect(worksheets.map(({ name }) => name)).toEqual([
    'Children gone from the newest',
    'CHILDREN GONE FROM THE NEWEST 2',
    'Table',
  ]);
});

test('breaks off when the rows fail, and does not end as if whole', async () => {
  async function* rows() {
    yield { name: 'A' };
    throw new Error('the database has gone');
  }
  const { content } = xlsxDownload({ ...table, rows: rows() }, 'table.xlsx');
  await expect(buffer(content as Readable)).rejects.toThrow('the database has gone');
});
