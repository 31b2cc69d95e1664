import { WellplacedError } from '../../core/errors.ts';
import type { SavedMapping } from '../mappings/saved-mapping.ts';
import { RETURN_ROOT, rootOf } from '../returns/return-xml-root.ts';
import { fileFormat } from './file-format.ts';
import { headerKnower } from './find-header.ts';
import { canonicalHeader } from './header.ts';
import { layoutFor } from './match-layout.ts';
import { recogniseCsv } from './recognise-csv.ts';
import type { RecognisedFile } from './recognised-file.ts';
import type { SourceFile } from './source-file.ts';
import { encodingOf } from './text-encoding.ts';
import { readSheet } from './xlsx-rows.ts';

type Form = Omit<RecognisedFile, 'kind' | 'extraColumns' | 'missingColumns'>;

/** Two columns of one name leave open which is meant. */
function refuseDuplicates(header: readonly string[], used: readonly number[], path: string): void {
  const names = header.map(canonicalHeader);
  const twice = used.find((position) => names.indexOf(names[position] ?? '', position + 1) !== -1);
  if (twice === undefined) return;
  throw new WellplacedError(
    'column-twice',
    `${path} has the column ${header[twice]} twice.`,
    'Remove one of the two, or rename it, and import the file again.',
  );
}

function withKind(form: Form): RecognisedFile {
  const match = layoutFor(form.header);
  if (match === undefined) {
    return { ...form, kind: 'unrecognised', extraColumns: [], missingColumns: [] };
  }
  const used = match.positions.filter((position) => position !== -1);
  refuseDuplicates(form.header, used, form.path);
  return {
    ...form,
    kind: match.layout.kind,
    extraColumns: form.header.filter((name, at) => name.trim() !== '' && !used.includes(at)),
    missingColumns: match.layout.fields
      .filter((_field, at) => match.positions[at] === -1)
      .map(({ name }) => name),
  };
}

async function recogniseSheet(
  source: SourceFile,
  name: string | undefined,
): Promise<RecognisedFile> {
  const { rows, sheet, otherSheets } = await readSheet(source, name);
  const header = rows.find((row) => row.some((cell) => cell.trim() !== ''));
  if (header === undefined) {
    throw new WellplacedError(
      'file-empty',
      `${source.path} has nothing on its sheet ${sheet}.`,
      otherSheets.length === 0
        ? 'Export it again; a file without rows still has its header.'
        : `Name one of its other sheets: ${otherSheets.join(', ')}.`,
    );
  }
  return withKind({
    path: source.path,
    format: 'xlsx',
    encoding: 'utf-8',
    delimiter: ',',
    header,
    headerLine: rows.indexOf(header) + 1,
    headerless: false,
    sheet,
    otherSheets,
  });
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
    headerLine: 0,
    headerless: false,
    extraColumns: [],
    missingColumns: [],
  };
}

/**
 * Says what a file is by its content: its format, its encoding, and the kind of its rows by its
 * set of columns. A table of columns that fit no layout, or more than one, is `unrecognised` and
 * needs a mapping; `mappings` are those that are saved, by whose columns a header is known, too. Throws a WellplacedError when the file is not a table or a return at all.
 */
export async function recogniseFile(
  source: SourceFile,
  options: { readonly sheet?: string; readonly mappings?: readonly SavedMapping[] } = {},
): Promise<RecognisedFile> {
  const format = await fileFormat(source);
  if (format === 'xml') return recogniseXml(source);
  if (format === 'xlsx') return recogniseSheet(source, options.sheet);
  return withKind(await recogniseCsv(source, headerKnower(options.mappings ?? [])));
}
