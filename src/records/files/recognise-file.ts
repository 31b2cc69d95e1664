import { WellplacedError } from '../../core/errors.ts';
import { mappingFor } from '../mappings/mapping-for.ts';
import type { SavedMapping } from '../mappings/saved-mapping.ts';
import { CODE_POINT_COLUMNS, isCodePointRow } from '../places/code-point.ts';
import { RETURN_ROOT, rootOf } from '../returns/return-xml-root.ts';
import { readCsvHeader } from './csv-header.ts';
import { fileFormat } from './file-format.ts';
import { layoutFor } from './match-layout.ts';
import { recogniseSheets } from './recognise-sheets.ts';
import type { RecognisedFile, RecognisedTables } from './recognised-file.ts';
import type { SourceFile } from './source-file.ts';
import { tableWithKind } from './table-kind.ts';
import { encodingOf } from './text-encoding.ts';

const ON_FIRST_LINE = { headerLine: 1, rowsAbove: [] } as const;

async function recogniseCsv(source: SourceFile): Promise<RecognisedFile> {
  const encoding = await encodingOf(source);
  const { delimiter, cells } = await readCsvHeader(source, encoding);
  const form = { path: source.path, format: 'csv', encoding, delimiter, ...ON_FIRST_LINE } as const;
  return isCodePointRow(cells)
    ? tableWithKind({ ...form, header: CODE_POINT_COLUMNS, headerless: true })
    : tableWithKind({ ...form, header: cells, headerless: false });
}

async function recogniseXml(source: SourceFile): Promise<RecognisedFile> {
  const encoding = await encodingOf(source);
  const root = await rootOf(source, encoding);
  if (root !== RETURN_ROOT) {
    throw new WellplacedError(
      'xml-not-a-return',
      `${source.path} is XML of another kind: its outermost element is ${root}, not ${RETURN_ROOT}.`,
      'Export the SSDA903 return as XML.',
    );
  }
  return {
    path: source.path,
    format: 'xml',
    kind: 'return_xml',
    encoding,
    delimiter: ',',
    header: [],
    headerless: false,
    ...ON_FIRST_LINE,
    extraColumns: [],
    missingColumns: [],
  };
}

function knownBy(mappings: readonly SavedMapping[]) {
  return (header: readonly string[]) =>
    layoutFor(header) !== undefined || mappingFor(header, mappings) !== undefined;
}

/**
 * Says what a file is by its content: its format, its encoding, and of each of its tables (a
 * workbook may hold several) the kind of its rows by its set of columns. A table of columns that
 * fit no layout, or more than one, is `unrecognised` and needs a mapping; the saved ones help to
 * find its header. Throws a WellplacedError when the file is not a table or a return at all.
 */
export async function recogniseTables(
  source: SourceFile,
  mappings: readonly SavedMapping[] = [],
): Promise<RecognisedTables> {
  const format = await fileFormat(source);
  if (format === 'xlsx') return recogniseSheets(source, knownBy(mappings));
  const table = format === 'xml' ? await recogniseXml(source) : await recogniseCsv(source);
  return { tables: [table], refused: [], notRead: [] };
}

/** The first table of a file that holds one; for tests. Throws a WellplacedError when it is refused. */
export async function recogniseFile(source: SourceFile): Promise<RecognisedFile> {
  const { tables, refused } = await recogniseTables(source);
  const [table] = tables;
  if (table !== undefined) return table;
  const [{ code, message, remedy } = { code: '', message: '', remedy: '' }] = refused;
  throw new WellplacedError(code, message, remedy);
}
