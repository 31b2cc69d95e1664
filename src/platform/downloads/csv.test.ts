import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvDownload } from './csv.ts';
import type { TabularData } from './tabular-data.ts';

async function written(table: TabularData): Promise<string> {
  const { content } = csvDownload(table, 'table.csv');
  return (await buffer(content as Readable)).toString('utf8');
}

const columns = [
  { key: 'name', heading: 'Name', type: 'text' },
  { key: 'cost', heading: 'Cost, in pounds', type: 'money' },
  { key: 'from', heading: 'From', type: 'date' },
  { key: 'change', heading: 'Change', type: 'whole' },
] as const;

test('writes a byte order mark, quotation marks where needed and numbers as numbers', async () => {
  const rows = [
    { name: 'Wold "House", York', cost: -123_405, from: '2021-03-31', change: -7 },
    { name: null, cost: 0 },
  ];
  expect(await written({ title: 'T', columns, rows })).toBe(
    '\uFEFFName,"Cost, in pounds",From,Change\r\n' +
      '"Wold ""House"", York",-1234.05,2021-03-31,-7\r\n' +
      ',0.00,,\r\n',
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])(
  'a text that would run as a formula does not: %j',
  async (name) => {
    const csv = await written({ title: 'T', columns: [columns[0]], rows: [{ name }] });
    const [, [cell = ''] = []] = parse(csv, { bom: true }) as string[][];
    expect(cell).toBe(`'${name}`);
  },
);

test('another reader gets back every text', async () => {
  const names = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(names, async (texts) => {
      const rows = texts.map((name) => ({ name, from: 'x' }));
      const csv = await written({ title: 'T', columns: [columns[0], columns[2]], rows });
      const read = (parse(csv, { bom: true, recordDelimiter: '\r\n' }) as string[][]).slice(1);
      expect(read.map(([cell = '']) => cell.replace(/^'(?=[=+\-@\t\r\n])/, ''))).toEqual(
        texts.map((name) => name.replace(/^'(?=[=+\-@\t\r\n])/, '')),
      );
    }),
  );
});

test('rows that come as a stream are written as they come', async () => {
  async function* rows() {
    for (let at = 0; at < 1_201; at += 1) yield { name: String(at) };
  }
  const csv = await written({ title: 'T', columns: [columns[0]], rows: rows() });
  expect(csv.split('\r\n')).toHaveLength(1_203);
});
