import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctionCsv, correctionName } from './correction-csv.ts';
import { readCsvRows } from './files/csv-rows.ts';
import { memorySource } from './files/memory-source.ts';
import { recogniseFile } from './files/recognise-file.ts';
import { asFirstRead } from './imports/correction-file.ts';

/** The text with its byte order mark, which decoders take away. */
async function text(stream: Readable): Promise<string> {
  return (await buffer(stream)).toString('utf8');
}

async function* each<Row>(...rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}

describe('correctionCsv', () => {
  it('has the file’s header and cells, then line and reason', async () => {
    const rows = each({
      line: 7,
      reason: 'DECOM is empty, so it cannot be used',
      cells: ['1', '', 'a"b'],
    });
    expect(await text(correctionCsv(['CHILD', 'DECOM', 'PLACE'], rows))).toBe(
      '\uFEFFCHILD,DECOM,PLACE,wellplaced_line,wellplaced_reason\r\n' +
        '1,,"a""b",7,"DECOM is empty, so it cannot be used"\r\n',
    );
  });

  it.each([
    ['=HYPERLINK("http://elsewhere")', `"'=HYPERLINK(""http://elsewhere"")"`],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+cmd|x', "'+cmd|x"],
    ['-2+3', "'-2+3"],
    ['\tx', "'\tx"],
    ['-1,234.50', '"-1,234.50"'],
    ['+44', '+44'],
  ])('lets no spreadsheet run a cell, and leaves a number a number: %j', async (cell, written) => {
    const rows = each({ line: 2, reason: 'why', cells: ['1', cell] });
    expect(await text(correctionCsv(['CHILD', 'ONE'], rows))).toContain(`\r\n1,${written},2,why`);
  });

  it('gives every cell back as it was when the file is read again', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '=1+1',
        '+44',
        '-12.50',
        "'quoted",
        "'=1",
        "''@x",
        ' spaced ',
        '0012',
        '',
        'a,b',
        'x;y',
        'two\nlines',
      ),
      fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', ';', '\t', ' ', '=', '-', '@') }),
    );
    const row = fc.tuple(fc.stringMatching(/^[A-Z0-9]{1,6}$/), cell, cell);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (cells) => {
        const rows = each(
          ...cells.map((some, at) => ({ line: at + 2, reason: 'why', cells: some })),
        );
        const written = await text(correctionCsv(['CHILD', 'ONE', 'TWO'], rows));
        const source = memorySource('again.csv', written);
        const again: (readonly string[])[] = [];
        for await (const batch of readCsvRows(source, await recogniseFile(source))) {
          again.push(...asFirstRead(batch).cells);
          expect(batch.rejections).toEqual([]);
        }
        expect(again.map((some) => some.slice(0, 3))).toEqual(cells);
      }),
    );
  });

  it.each([
    [
      ['1', 'one cell too few'],
      ['CHILD', 'DECOM', 'PLACE'],
    ],
    [
      ['1', 'a', 'b', 'one too many'],
      ['CHILD', 'DECOM', 'PLACE'],
    ],
    [['1,"never closed'], ['CHILD', 'DECOM', 'PLACE']],
  ])('leaves a row of another width to be rejected again: %j', async (cells, header) => {
    const written = await text(correctionCsv(header, each({ line: 2, reason: 'why', cells })));
    const source = memorySource('again.csv', written);
    for await (const batch of readCsvRows(source, await recogniseFile(source))) {
      expect(batch.cells).toEqual([]);
      expect(batch.rejections).toHaveLength(1);
    }
  });
});

describe('correctionName', () => {
  it.each([
    ['2020/episodes.csv', 2020, 'episodes', '2020 episodes rejected rows.csv'],
    ['SSDA903_2020_episodes.csv', 2020, 'episodes', 'SSDA903_2020_episodes rejected rows.csv'],
    ['2019 and 2020.csv', 2020, 'episodes', '2020 episodes rejected rows.csv'],
    ['costs.xlsx', null, 'placement_costs', 'costs rejected rows.csv'],
  ])('%s of the %s return', (path, year, kind, name) => {
    expect(correctionName(path, year, kind)).toBe(name);
  });
});
