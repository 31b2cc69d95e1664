import { describe, expect, it } from 'vitest';
import {
  type SheetXml,
  textRow,
  workbookParts,
  zipOf,
} from '../../../../tests/support/workbook.ts';
import type { SavedMapping } from '../mappings/saved-mapping.ts';
import { memorySource } from './memory-source.ts';
import { recogniseTables } from './recognise-file.ts';

const PROVIDERS = ['URN', 'Provision type', 'Setting name'];
const PEOPLE = ['Person', 'Start', 'Cost'];

function sheet(name: string, rows: readonly (readonly string[])[], state = 'visible'): SheetXml {
  return { name, state, data: rows.map((row, at) => textRow(at + 1, row)).join('') };
}

function recognise(sheets: readonly SheetXml[], mappings: readonly SavedMapping[] = []) {
  return recogniseTables(memorySource('book.xlsx', zipOf(workbookParts(sheets))), mappings);
}

const ROWS = [PROVIDERS, ['SC1', 'Home', 'A house']];
const UNKNOWN = [PEOPLE, ['1', '2', '3']];
const COVER = sheet('Cover', [['Social care providers'], ['As at', '31 March 2025']]);

describe('the sheets of a workbook', () => {
  it('are each a table, under the name of the sheet', async () => {
    const { tables, refused, notRead } = await recognise([
      sheet('Providers', ROWS),
      sheet('SA Providers', ROWS),
      sheet('Staff', UNKNOWN),
    ]);
    expect(tables.map(({ path, kind, sheet: name }) => [path, kind, name])).toEqual([
      ['book.xlsx, sheet Providers', 'providers', 'Providers'],
      ['book.xlsx, sheet SA Providers', 'providers', 'SA Providers'],
      ['book.xlsx, sheet Staff', 'unrecognised', 'Staff'],
    ]);
    expect([refused, notRead]).toEqual([[], []]);
  });

  it('are named when they hold no table', async () => {
    const { tables, notRead } = await recognise([
      COVER,
      sheet('Empty', []),
      sheet('Providers', ROWS),
      sheet('Lists', UNKNOWN, 'veryHidden'),
    ]);
    expect(tables.map(({ path }) => path)).toEqual(['book.xlsx, sheet Providers']);
    expect(notRead).toEqual([
      { sheet: 'Cover', why: 'it holds no table' },
      { sheet: 'Empty', why: 'it is empty' },
      { sheet: 'Lists', why: 'it is hidden' },
    ]);
  });

  it('are not taken while they are hidden, and refused when they hold records', async () => {
    const { tables, refused } = await recognise([
      sheet('Old', ROWS, 'hidden'),
      sheet('Providers', ROWS),
    ]);
    expect(tables.map(({ sheet: name }) => name)).toEqual(['Providers']);
    expect(refused).toMatchObject([
      {
        path: 'book.xlsx, sheet Old',
        code: 'sheet-hidden',
        message: expect.stringContaining('Ofsted'),
      },
    ]);
  });

  it('are refused one by one for a column that is there twice', async () => {
    const { tables, refused } = await recognise([
      sheet('Providers', ROWS),
      sheet('Twice', [
        [...PROVIDERS, 'URN'],
        ['1', '2', '3', '4'],
      ]),
    ]);
    expect(tables).toHaveLength(1);
    expect(refused).toMatchObject([{ path: 'book.xlsx, sheet Twice', code: 'column-twice' }]);
  });

  it('have their header found below titles, groups and blank rows, and what is above it told', async () => {
    const { tables } = await recognise([
      sheet('Providers', [
        ['Table 1'],
        [],
        ['Setting', '', 'Place', 'Of', 'What'],
        PROVIDERS,
        ['SC1', 'Home', 'A'],
      ]),
    ]);
    expect(tables).toMatchObject([
      {
        path: 'book.xlsx',
        kind: 'providers',
        headerLine: 4,
        rowsAbove: [
          { line: 1, text: 'Table 1' },
          { line: 3, text: 'Setting, Place, Of, What' },
        ],
      },
    ]);
  });

  it('have the header of a saved layout found too', async () => {
    const mapping: SavedMapping = {
      name: 'staff',
      kind: 'providers',
      columns: [{ field: 'URN', sourceColumn: 'Person' }],
      dateStyle: 'automatic',
    };
    const sheets = [sheet('Staff', [['a', 'b', 'c', 'd'], ['e', 'f', 'g', 'h'], PEOPLE])];
    expect((await recognise(sheets, [mapping])).tables[0]).toMatchObject({ headerLine: 3 });
    expect((await recognise(sheets)).tables[0]).toMatchObject({ headerLine: 1 });
  });

  it('are offered for mapping when there is nothing better', async () => {
    const { tables, notRead } = await recognise([COVER, sheet('Notes', [['x']])]);
    expect(tables).toMatchObject([{ sheet: 'Cover', kind: 'unrecognised' }]);
    expect(notRead).toEqual([{ sheet: 'Notes', why: 'it holds no table' }]);
  });

  it('are named when there is no table at all', async () => {
    await expect(recognise([sheet('One', [['a']]), sheet('Two', [])])).rejects.toMatchObject({
      code: 'no-table',
      message: expect.stringContaining('One (it holds no table), Two (it is empty)'),
    });
    await expect(recognise([sheet('One', [])])).rejects.toMatchObject({ code: 'file-empty' });
  });
});
