import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  textRow,
  type WorkbookXml,
  workbookParts,
  zipOf,
} from '../../../../tests/support/workbook.ts';
import { memorySource } from './memory-source.ts';
import { readFromMemory } from './read-from-memory.ts';
import { recogniseFile } from './recognise-file.ts';
import type { RowBatch } from './row-batch.ts';
import { readXlsxRows } from './xlsx-rows.ts';

async function workbook(rows: readonly (readonly unknown[])[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Costs').addRows(rows.map((row) => [...row]));
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function rowsOf(bytes: Buffer): Promise<readonly RowBatch[]> {
  const source = memorySource('a.xlsx', bytes);
  const batches: RowBatch[] = [];
  for await (const batch of readXlsxRows(source, await recogniseFile(source))) batches.push(batch);
  return batches;
}

/** The cells below a header of three columns, of one row given as XML. */
async function cellsOf(xml: string, more: WorkbookXml = {}): Promise<readonly string[]> {
  const data = `${textRow(1, ['one', 'two', 'three'])}<row r="2">${xml}</row>${textRow(3, ['x', 'y', 'z'])}`;
  const [batch] = await rowsOf(zipOf(workbookParts([{ name: 'S', data }], more)));
  return batch?.cells[0] ?? [];
}

describe('the rows of a workbook', () => {
  it('are those of a CSV, numbers and days included', async () => {
    const costs = await workbook([
      ['child_id', 'placement_start', 'element', 'weekly_rate', 'from', 'to', 'funder'],
      [1234, new Date('2020-04-01'), 'core', 1050.1, new Date('2020-04-01'), null, 'social_care'],
      [null, null, null, null, null, null, null],
      ['A1', '01/04/2020', 'core', 0.1 + 0.2, '01/04/2020', null, 'health'],
      ['A2', '01/04/2020', 'core', 10.125, '01/04/2020', null, 'health'],
    ]);
    expect(await recogniseFile(memorySource('costs.xlsx', costs))).toMatchObject({
      kind: 'placement_costs',
      path: 'costs.xlsx',
      sheet: 'Costs',
      headerLine: 1,
      rowsAbove: [],
      missingColumns: ['PROVIDER', 'CONTRACT', 'COST_CENTRE', 'SUBJECTIVE'],
    });
    const batches = await readFromMemory(costs);
    expect(batches.flatMap((batch): readonly object[] => batch.rows)).toMatchObject([
      { line: 2, childId: '1234', placementStart: '2020-04-01', weeklyRate: 105_010, to: null },
      { line: 4, childId: 'A1', weeklyRate: 30 },
    ]);
    expect(batches.flatMap(({ rejections }) => rejections)).toMatchObject([
      { line: 5, column: 'weekly_rate', value: '10.125' },
    ]);
  });

  test('are what was written, for any grid', async () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((each) => each.replace(/\p{C}/gu, ''));
    const cell = fc.oneof(
      text,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(Math.fround).filter(Number.isFinite),
      fc.constant(null),
    );
    const expected = (value: string | number | null) => {
      if (value === null) return '';
      if (typeof value !== 'number') return value;
      const whole = Number.isInteger(value) && Math.abs(value) < 1e21;
      return whole ? value : Number(value.toPrecision(15));
    };
    const grid = fc.array(
      fc.tuple(
        text.map((each) => `t${each}`),
        cell,
        cell,
      ),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        const batches = await rowsOf(await workbook([['one', 'two', 'three'], ...rows]));
        const read = batches.flatMap(({ cells }) => cells);
        expect(batches.flatMap(({ lines }) => lines)).toEqual(rows.map((_, at) => at + 2));
        rows.forEach((row, at) => {
          const numbers = read[at]?.map((each, column) =>
            typeof row[column] === 'number' ? Number(each) + 0 : each,
          );
          expect(numbers).toEqual(row.map(expected).map((each) => (each === 0 ? 0 : each)));
        });
      }),
      { numRuns: 20 },
    );
  });

  it.each<[what: string, xml: string, cells: readonly string[], more?: WorkbookXml]>([
    ['places, in any order', '<c r="C2"><v>3</v></c><c r="A2"><v>1</v></c>', ['1', '', '3']],
    ['no places', '<c><v>1</v></c><c/><c><v>3</v></c>', ['1', '', '3']],
    ['truths', '<c t="b"><v>1</v></c><c t="b"><v>0</v></c>', ['TRUE', 'FALSE', '']],
    [
      'days of their own type',
      '<c t="d"><v>2024-05-01T00:00:00.000</v></c><c t="d"><v>2024-05-01T09:30:00</v></c>',
      ['2024-05-01', '2024-05-01 09:30:00', ''],
    ],
    [
      'errors',
      '<c t="e"><v>#REF!</v></c><c t="str"><f>A1</f><v>#N/A</v></c><c t="e"/>',
      ['#REF!', '#N/A', '#CALC!'],
    ],
    [
      'formulas with their values',
      '<c><f>1+1</f><v>2</v></c><c t="str"><f>A1</f><v>b</v></c><c t="str"><f>A1</f><v/></c>',
      ['2', 'b', ''],
    ],
    [
      'formulas never calculated',
      '<c><f>1+1</f></c><c><f>1+1</f><v></v></c><c><f>1-1</f><v>0</v></c>',
      ['#CALC!', '#CALC!', '0'],
    ],
    [
      'noughts for formulas that wait for a program',
      '<c><f>1+1</f><v>0</v></c><c><f>1+1</f><v>2</v></c><c><v>0</v></c>',
      ['#CALC!', '2', '0'],
      { settings: '<calcPr fullCalcOnLoad="1"/>' },
    ],
    [
      'shared, rich and escaped texts',
      '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>',
      ['bold plain', ' kept ', 'a\rb_x000D_'],
      {
        strings:
          '<si><r><rPr/><t>bold</t></r><r><t xml:space="preserve"> plain</t></r><rPh sb="0" eb="1"><t>aloud</t></rPh></si><si><t xml:space="preserve"> kept </t></si><si><t>a_x000D_b_x005F_x000D_</t></si>',
      },
    ],
    [
      'escapes that no text can hold',
      '<c t="inlineStr"><is><t>A_x0000_B</t></is></c><c t="inlineStr"><is><t>_xD83D__xDE00_</t></is></c><c t="inlineStr"><is><t>_xD83D_</t></is></c>',
      ['A\uFFFDB', '😀', '\uFFFD'],
    ],
    ['another prefix', '<x:c xmlns:x="y"><x:v>1</x:v></x:c>', ['1', '', '']],
    [
      'the namespace of the strict form',
      '<c><v>1</v></c>',
      ['1', '', ''],
      { namespace: 'http://purl.oclc.org/ooxml/spreadsheetml/main' },
    ],
    [
      'formats',
      '<c s="1"><v>12345</v></c><c s="2"><v>45413</v></c><c s="3"><v>0.25</v></c>',
      ['00012345', '2024-05-01', '0.25'],
      {
        styles:
          '<numFmts><numFmt numFmtId="164" formatCode="00000000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs>',
      },
    ],
    [
      'days counted from 1904',
      '<c s="1"><v>43951</v></c>',
      ['2024-05-01', '', ''],
      {
        settings: '<workbookPr date1904="true"/>',
        styles: '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>',
      },
    ],
  ])('are read with %s', async (_what, xml, cells, more) => {
    expect(await cellsOf(xml, more)).toEqual(cells);
  });

  it('name the values that stand in no column', async () => {
    const data = [
      textRow(1, ['URN', 'Name', '', 'Sector']),
      textRow(2, ['a', 'b', 'c', 'd', 'note']),
      textRow(3, ['e', 'f', 'g', 'h']),
    ].join('');
    const [batch] = await rowsOf(zipOf(workbookParts([{ name: 'S', data }])));
    expect(batch).toMatchObject({
      lines: [2, 3],
      cells: [
        ['a', 'b', 'c', 'd'],
        ['e', 'f', 'g', 'h'],
      ],
    });
    expect(batch?.findings?.map(({ line, column, message }) => [line, column, message])).toEqual([
      [2, 'C', expect.stringContaining('2 values below it, the first in row 2')],
      [2, 'E', expect.stringContaining('one value below it')],
    ]);
  });
});
