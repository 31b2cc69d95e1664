import { workbookPart } from './archive-kind.ts';
import type { SourceFile } from './source-file.ts';
import { brokenWorkbook, tooLargeWorkbook } from './workbook-errors.ts';
import { WorkbookParts } from './xlsx-container.ts';
import { type NumberForm, numberForms } from './xlsx-formats.ts';
import { type Relation, relationsOf } from './xlsx-relations.ts';
import { attributeOf, isSet, readPart, type XmlAttributes } from './xlsx-xml.ts';

const MOST_PACKED_BYTES = 50_000_000;
const MOST_SHEETS = 255;

/** A sheet as the workbook lists it. */
export interface BookSheet {
  readonly name: string;
  /** The part that holds its cells; undefined for a chart or another sheet without cells. */
  readonly part: string | undefined;
  /** Hidden from whoever opens the workbook, by its menu or by a program. */
  readonly hidden: boolean;
}

/** A workbook, opened: what is needed to read its sheets. */
export interface Workbook {
  readonly parts: WorkbookParts;
  readonly sheets: readonly BookSheet[];
  /** Whether days are counted from 1904 rather than 1900. */
  readonly from1904: boolean;
  /** Whether the program that wrote it left the formulas to be calculated when it is opened. */
  readonly uncalculated: boolean;
  /** How each cell style shows numbers. */
  readonly forms: readonly NumberForm[];
  readonly stringsPart: string | undefined;
}

async function bytesOf(source: SourceFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source.open()) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > MOST_PACKED_BYTES) {
      throw tooLargeWorkbook(
        source.path,
        `is a workbook of more than ${MOST_PACKED_BYTES / 1_000_000} MB`,
      );
    }
  }
  return Buffer.concat(chunks);
}

function sheetOf(
  attributes: XmlAttributes,
  relations: readonly Relation[],
  parts: WorkbookParts,
): BookSheet {
  const { name, state } = attributes;
  const id = attributeOf(attributes, 'id');
  const relation = relations.find((each) => each.id === id);
  if (name === undefined || relation === undefined || !parts.has(relation.part)) {
    throw brokenWorkbook(parts.path, `its sheet ${name ?? 'without a name'} is missing`);
  }
  const hidden = state !== undefined && state !== 'visible';
  return { name, part: relation.type === 'worksheet' ? relation.part : undefined, hidden };
}

/** Opens a workbook without reading a sheet. Throws a WellplacedError when it is not one, is damaged or too large. */
export async function openWorkbook(source: SourceFile): Promise<Workbook> {
  const parts = new WorkbookParts(await bytesOf(source), source.path);
  const main = await workbookPart(parts);
  const relations = await relationsOf(parts, main);
  const partOf = (type: string) =>
    relations.find((each) => each.type === type && parts.has(each.part))?.part;
  const sheets: BookSheet[] = [];
  const book = { from1904: false, uncalculated: false };
  await readPart(parts, main, {
    open(name, attributes) {
      if (name === 'sheet') sheets.push(sheetOf(attributes, relations, parts));
      else if (name === 'workbookPr') book.from1904 = isSet(attributes.date1904);
      else if (name === 'calcPr') book.uncalculated = isSet(attributes.fullCalcOnLoad);
    },
  });
  if (sheets.length === 0) throw brokenWorkbook(source.path, 'it lists no sheet');
  if (sheets.length > MOST_SHEETS) {
    throw tooLargeWorkbook(source.path, `has more than ${MOST_SHEETS} sheets`);
  }
  const names = sheets.map(({ name }) => name.toLowerCase());
  if (new Set(names).size < names.length) {
    throw brokenWorkbook(source.path, 'two of its sheets have one name');
  }
  const forms = await numberForms(parts, partOf('styles'));
  return { parts, sheets, ...book, forms, stringsPart: partOf('sharedStrings') };
}
