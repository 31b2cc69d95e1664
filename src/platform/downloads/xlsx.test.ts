import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import type { TabularData } from './tabular-data.ts';
import { xlsxDownload } from './xlsx.ts';

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

async function sheetOf(data: TabularData): Promise<exceljs.Worksheet> {
  const { content } = xlsxDownload(data, 'table.xlsx');
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await buffer(content as Readable)) as never);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('The workbook has no sheet.');
  return sheet;
}

test('has typed cells, a frozen heading and filters', async () => {
  const sheet = await sheetOf(table);
  expect(sheet.name).toBe('Spend  by  group');
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

test('breaks off when the rows fail, and does not end as if whole', async () => {
  async function* rows() {
    yield { name: 'A' };
    throw new Error('the database has gone');
  }
  const { content } = xlsxDownload({ ...table, rows: rows() }, 'table.xlsx');
  await expect(buffer(content as Readable)).rejects.toThrow('the database has gone');
});
