import { describe, expect, it } from 'vitest';
import { textRow, workbookParts, zipOf } from '../../../../tests/support/workbook.ts';
import { memorySource } from './memory-source.ts';
import { recogniseFile } from './recognise-file.ts';
import { readXlsxRows } from './xlsx-rows.ts';

async function firstRows(bytes: Buffer) {
  const source = memorySource('a.xlsx', bytes);
  for await (const batch of readXlsxRows(source, await recogniseFile(source))) return batch;
  return undefined;
}

describe('a sheet that no memory could hold as a grid', () => {
  const header = textRow(1, ['one', 'two', 'three']);
  const book = (data: string) => zipOf(workbookParts([{ name: 'S', data: `${header}${data}` }]));

  it.each([
    [
      'a cell that no sheet has',
      '<row><c r="ZZZZZZZ1"><v>1</v></c></row>',
      'workbook-broken',
      /ZZZZZZZ1/,
    ],
    [
      'a row that no sheet has',
      '<row r="999999999"><c r="A999999999"/></row>',
      'workbook-broken',
      /999999999/,
    ],
    [
      'a value far to the right',
      '<row r="2"><c r="XFD2"><v>1</v></c></row>',
      'sheet-too-wide',
      /XFD2 of its sheet S/,
    ],
    [
      'a value in the very last cell',
      '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
      'sheet-too-wide',
      /XFD1048576/,
    ],
    [
      'a cell of another row',
      '<row r="2"><c r="A3"><v>1</v></c></row>',
      'workbook-broken',
      /A3 in row 2/,
    ],
    ['rows that turn back', '<row r="3"/><row r="2"/>', 'workbook-broken', /row 2 behind row 3/],
    [
      'a cell twice',
      '<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>',
      'workbook-broken',
      /A2 twice/,
    ],
    [
      'a text that is missing',
      '<row r="2"><c r="A2" t="s"><v>7</v></c></row>',
      'workbook-broken',
      /A2 is missing/,
    ],
  ])('is refused for %s', async (_what, data, code, said) => {
    await expect(recogniseFile(memorySource('a.xlsx', book(data)))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(said),
    });
  });

  it('is read when what is far away is empty', async () => {
    const far = '<row r="1048576" s="1"><c r="XFD1048576" s="1"/></row>';
    const batch = await firstRows(book(`${textRow(2, ['a', 'b', 'c'])}${far}`));
    expect(batch).toMatchObject({ lines: [2], cells: [['a', 'b', 'c']] });
  });

  it('is read when its last row is the last of all', async () => {
    const batch = await firstRows(book(textRow(1_048_576, ['a', 'b', 'c'])));
    expect(batch).toMatchObject({ lines: [1_048_576] });
  });
});
