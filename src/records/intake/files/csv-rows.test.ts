import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvForm, readCsvRows } from './csv-rows.ts';
import { memorySource } from './memory-source.ts';

async function rowsOf(content: string | Buffer, form: Partial<CsvForm> = {}, chunkSize = 7) {
  const whole: CsvForm = {
    encoding: 'utf-8',
    delimiter: ',',
    header: ['A', 'B', 'C'],
    headerLine: 1,
    ...form,
  };
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  const rejections: [number, string][] = [];
  for await (const batch of readCsvRows(memorySource('file.csv', content, chunkSize), whole)) {
    rows.push(...batch.cells);
    lines.push(...batch.lines);
    rejections.push(...batch.rejections.map((r): [number, string] => [r.line, r.reason]));
  }
  return { rows, lines, rejections };
}

describe('readCsvRows', () => {
  it.each([
    ['\n', 1],
    ['\r\n', 3],
    ['\r', 100],
    ['\r\n', 100],
  ])('reads rows with their lines, ended by %j in pieces of %i', async (lineBreak, size) => {
    const text = ['A,B,C', '1,2,3', '', '4,"five, ""5""",6', '7,"two', 'lines",9', ',,'];
    expect(await rowsOf(text.join(lineBreak), {}, size)).toEqual({
      rows: [
        ['1', '2', '3'],
        ['4', 'five, "5"', '6'],
        ['7', 'two\nlines', '9'],
      ],
      lines: [2, 4, 5],
      rejections: [],
    });
  });

  it('tells of values under a column without a name, with the first line and how many', async () => {
    const text = ['A,B,,', '1,2,,', '1,2,note,', '1,2,another, ', '1,2,,last'].join('\n');
    const form: CsvForm = {
      encoding: 'utf-8',
      delimiter: ',',
      header: ['A', 'B', '', ''],
      headerLine: 1,
    };
    const found: [number, string, string | null][] = [];
    for await (const batch of readCsvRows(memorySource('file.csv', text), form)) {
      found.push(
        ...(batch.findings ?? []).map((f): [number, string, string | null] => [
          f.line,
          f.rule,
          f.column,
        ]),
      );
    }
    expect(found).toEqual([
      [3, 'values-without-column', 'C'],
      [5, 'values-without-column', 'D'],
    ]);
  });

  it('rejects rows of another width with their line, and lets empty surplus pass', async () => {
    const { rows, rejections } = await rowsOf('A,B,C\n1,2\n1,2,3,4\n1,2,3,,\n');
    expect(rows).toEqual([['1', '2', '3']]);
    expect(rejections).toEqual([
      [2, 'The row has 2 values where the header has 3 columns'],
      [3, 'The row has 4 values where the header has 3 columns'],
    ]);
  });

  it('reports a quotation mark that is never closed on the line it opens on, and loses no other row', async () => {
    const later = Array.from({ length: 250 }, (_, index) => `${index},b,c`);
    const { rows, lines, rejections } = await rowsOf(
      ['A,B,C', '1,"2,3', ...later, 'x,"y, z",z'].join('\n'),
    );
    expect(rejections).toEqual([[2, 'A quotation mark opens a value here and is never closed']]);
    expect(rows).toHaveLength(251);
    expect(lines.at(-1)).toBe(253);
    expect(rows.at(-1)).toEqual(['x', 'y, z', 'z']);
  });

  it('keeps rows with stray quotation marks inside values', async () => {
    const { rows, rejections } = await rowsOf('A,B,C\n1,5" pipe,3\n4,x,6\n7,6" pipe,9\n');
    expect(rejections).toEqual([]);
    expect(rows).toEqual([
      ['1', '5" pipe', '3'],
      ['4', 'x', '6'],
      ['7', '6" pipe', '9'],
    ]);
  });

  it('never merges rows that each leave a quotation mark open, nor swallows one between two marks', async () => {
    const header = ['A', 'B', 'C', 'D', 'E'];
    const open = ['A,B,C,D,E', '1,2,"The Oaks,4,5', '2,2,"The Elms,4,5', '3,2,c,4,5'];
    const rowsApart = await rowsOf(open.join('\n'), { header });
    expect(rowsApart.rows).toEqual([['3', '2', 'c', '4', '5']]);
    expect(rowsApart.rejections.map(([line]) => line)).toEqual([2, 3]);
    const between = ['A,B,C,D,E', '1,2,"The Oaks,4,5', '2,2,The Elms",4,5', '3,2,"a\nb",4,5'];
    const kept = await rowsOf(between.join('\n'), { header });
    expect(kept.lines).toEqual([3, 4]);
    expect(kept.rows[1]).toEqual(['3', '2', 'a\nb', '4', '5']);
    expect(kept.rejections.map(([line]) => line)).toEqual([2]);
  });

  it('takes spaces round quotation marks for none of the value', async () => {
    const { rows } = await rowsOf('A,B,C\n1, "two, 2" , 3\n');
    expect(rows).toEqual([['1', 'two, 2', ' 3']]);
  });

  it('rejects a record of too many characters or values by itself', async () => {
    const wide = ','.repeat(5_000);
    const { rows, rejections } = await rowsOf(
      `A,B,C\n${wide}\n1,${'x'.repeat(1_000_001)},3\n1,2,3`,
    );
    expect(rows).toEqual([['1', '2', '3']]);
    expect(rejections).toEqual([
      [2, 'The row has more than 2,000 values'],
      [3, 'The line has more than 1,000,000 characters, so it is no record'],
    ]);
  });

  it('decodes each encoding', async () => {
    const name = 'Zoë – Siân';
    const text = `A,B,C\n1,${name},3\n`;
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    const windows = Buffer.from(text.replace('–', '\u0096'), 'latin1');
    for (const [bytes, encoding] of [
      [Buffer.from(text), 'utf-8'],
      [Buffer.from(`\uFEFF${text}`), 'utf-8'],
      [utf16, 'utf-16le'],
      [Buffer.from(utf16).swap16(), 'utf-16be'],
      [windows, 'windows-1252'],
    ] as const) {
      expect((await rowsOf(bytes, { encoding })).rows, encoding).toEqual([['1', name, '3']]);
    }
  });

  it('agrees with csv-parse on any well-formed table', async () => {
    const cell = fc.stringMatching(/^[ab ",;\n]{0,4}$/);
    const table = fc.array(fc.tuple(fc.constant('k'), cell, cell), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, size) => {
        const quoted = (value: string) =>
          /["\n,]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
        const text = ['A,B,C', ...rows.map((row) => row.map(quoted).join(','))].join('\n');
        const expected = parse(text, { from: 2 });
        expect((await rowsOf(text, {}, size)).rows).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a file without line ends', async () => {
    await expect(rowsOf(`A,B,C\n${'x'.repeat(4_100_000)}`, {}, 1_000_000)).rejects.toMatchObject({
      code: 'line-too-long',
    });
  });
});
