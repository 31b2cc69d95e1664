import { WellplacedError } from '../../../core/errors.ts';
import { RETURN_ROOT, rootOf } from '../../returns/return-xml-root.ts';
import type { SavedMapping } from '../mappings/saved-mapping.ts';
import { fileFormat } from './file-format.ts';
import { headerKnower } from './find-header.ts';
import { recogniseCsv } from './recognise-csv.ts';
import { recogniseSheets } from './recognise-sheets.ts';
import type { RecognisedFile, RecognisedTables } from './recognised-file.ts';
import type { SourceFile } from './source-file.ts';
import { tableWithKind } from './table-kind.ts';
import { encodingOf } from './text-encoding.ts';

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
    headerLine: 0,
    rowsAbove: [],
    extraColumns: [],
    missingColumns: [],
  };
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
  const knows = headerKnower(mappings);
  if (format === 'xlsx') return recogniseSheets(source, knows);
  const table =
    format === 'xml'
      ? await recogniseXml(source)
      : tableWithKind(await recogniseCsv(source, knows));
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
