import { WellplacedError } from '../../../core/errors.ts';
import { findHeader, ROWS_ABOVE_HEADER } from './find-header.ts';
import { kindName } from './kind-name.ts';
import type { RecognisedFile, RecognisedTables, SheetNotRead } from './recognised-file.ts';
import type { SourceFile } from './source-file.ts';
import { tableWithKind } from './table-kind.ts';
import { type BookSheet, openWorkbook, type Workbook } from './xlsx-book.ts';
import { type SheetRow, sheetRows } from './xlsx-sheet.ts';
import { sharedStrings } from './xlsx-strings.ts';

type Knows = (header: readonly string[]) => boolean;

/** The top of a sheet: its first rows that hold something, and which of them is the header. */
interface SheetTop {
  readonly sheet: BookSheet;
  readonly rows: readonly SheetRow[];
  readonly header: number;
  readonly known: boolean;
}

/** No kind of records can be made of fewer columns, whatever a mapping adds. */
const LEAST_COLUMNS = 3;
const ROWS_LOOKED_AT = ROWS_ABOVE_HEADER + 20;
const TEXT_SHOWN = 200;

function filled(cells: readonly string[]): readonly string[] {
  return cells.filter((cell) => cell.trim() !== '');
}

async function topOf(
  book: Workbook,
  sheet: BookSheet,
  strings: readonly string[],
  knows: Knows,
): Promise<SheetTop> {
  const rows: SheetRow[] = [];
  for await (const some of sheetRows(book, sheet, strings)) {
    rows.push(...some.filter(({ cells }) => filled(cells).length > 0));
    if (rows.length >= ROWS_LOOKED_AT) break;
  }
  const top = rows.slice(0, ROWS_LOOKED_AT);
  const cells = top.map((row) => row.cells);
  const header = findHeader(cells, knows);
  return { sheet, rows: top, header, known: header !== -1 && knows(cells[header] ?? []) };
}

/** Whether the best guess at a header has columns of which records could be made, and a row below. */
function holdsTable({ rows, header }: SheetTop): boolean {
  const names = filled(rows[header]?.cells ?? []);
  const below = rows.slice(header + 1).some(({ cells }) => filled(cells).length > 1);
  return names.length >= LEAST_COLUMNS && below;
}

function nameIn(source: SourceFile, { sheets }: Workbook, { name }: BookSheet): string {
  // A sheet's name is a part of a path here: a slash in it is none of a folder.
  return sheets.length === 1 ? source.path : `${source.path}, sheet ${name.replaceAll('/', ' ')}`;
}

function tableOf(source: SourceFile, book: Workbook, top: SheetTop): RecognisedFile {
  const { cells = [], line = 1 } = top.rows[top.header] ?? {};
  const rowsAbove = top.rows
    .slice(0, top.header)
    .map((row) => ({ line: row.line, text: filled(row.cells).join(', ').slice(0, TEXT_SHOWN) }));
  return tableWithKind({
    path: nameIn(source, book, top.sheet),
    format: 'xlsx',
    encoding: 'utf-8',
    delimiter: ',',
    header: cells,
    headerless: false,
    headerLine: line,
    rowsAbove,
    sheet: top.sheet.name,
  });
}

function whyNot({ sheet, rows }: SheetTop): string {
  if (sheet.part === undefined) return 'it is a chart or another sheet without cells';
  return rows.length === 0 ? 'it is empty' : 'it holds no table';
}

function hiddenSheet(path: string, kind: RecognisedFile['kind']): WellplacedError {
  const holds = kind === 'unrecognised' ? 'a table of a saved layout' : kindName(kind);
  return new WellplacedError(
    'sheet-hidden',
    `${path} is hidden and was not read, though it holds ${holds}.`,
    'If its rows belong to the import, unhide it and import the workbook again; if not, delete it.',
  );
}

function nothingToRead(source: SourceFile, notRead: readonly SheetNotRead[]): WellplacedError {
  const [only, ...others] = notRead;
  if (only !== undefined && others.length === 0 && only.why === 'it is empty') {
    return new WellplacedError(
      'file-empty',
      `${source.path} has nothing on its sheet ${only.sheet}.`,
      'Export it again; a file without rows still has its header.',
    );
  }
  const sheets = notRead.map(({ sheet, why }) => `${sheet} (${why})`).join(', ');
  return new WellplacedError(
    'no-table',
    `${source.path} has no sheet with a table that can be read: ${sheets}.`,
    'Export it again with the table on a sheet of its own, its column names in the first row.',
  );
}

/** The tables among the tops of visible sheets: those that are known or could be mapped, else the widest if it has columns at all. */
function tablesAmong(tops: readonly SheetTop[]): readonly SheetTop[] {
  const tables = tops.filter((top) => top.known || holdsTable(top));
  if (tables.length > 0) return tables;
  const width = (top: SheetTop) => filled(top.rows[top.header]?.cells ?? []).length;
  const [widest] = [...tops].sort((one, other) => width(other) - width(one));
  return widest !== undefined && width(widest) > 1 ? [widest] : [];
}

/**
 * Says what each sheet of a workbook is. A visible sheet that holds a table is read, or refused by
 * itself; one that holds none is named. A hidden sheet is never taken: whoever sent the workbook
 * may not know of it. If it holds records it is refused, so that nothing is left in silence.
 * Throws a WellplacedError when the workbook is damaged or holds no table at all.
 */
export async function recogniseSheets(source: SourceFile, knows: Knows): Promise<RecognisedTables> {
  const book = await openWorkbook(source);
  await book.parts.check();
  const strings = await sharedStrings(book.parts, book.stringsPart);
  const tables: RecognisedFile[] = [];
  const refused: RecognisedTables['refused'][number][] = [];
  const tops: SheetTop[] = [];
  const attempt = async (sheet: BookSheet, work: () => unknown) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof WellplacedError) || error.code === 'workbook-broken') throw error;
      const { code, message, remedy } = error;
      refused.push({ path: nameIn(source, book, sheet), code, message, remedy });
    }
  };
  for (const sheet of book.sheets) {
    await attempt(sheet, async () => tops.push(await topOf(book, sheet, strings, knows)));
  }
  const read = tablesAmong(tops.filter(({ sheet }) => !sheet.hidden));
  for (const top of read) {
    await attempt(top.sheet, () => tables.push(tableOf(source, book, top)));
  }
  const notRead: SheetNotRead[] = [];
  for (const top of tops.filter((each) => !read.includes(each))) {
    const { sheet } = top;
    await attempt(sheet, () => {
      if (sheet.hidden && top.known) {
        const { kind, path } = tableOf(source, book, top);
        throw hiddenSheet(path, kind);
      }
      notRead.push({ sheet: sheet.name, why: sheet.hidden ? 'it is hidden' : whyNot(top) });
    });
  }
  if (tables.length === 0 && refused.length === 0) throw nothingToRead(source, notRead);
  return { tables, refused, notRead };
}
