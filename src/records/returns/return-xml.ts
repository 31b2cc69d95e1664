import { SaxesParser } from 'saxes';
import { clauseOf } from '../../core/errors.ts';
import { GarbledText } from '../intake/files/garbled-text.ts';
import type { TextEncoding } from '../intake/files/recognised-file.ts';
import { ROWS_IN_A_BATCH, type RowBatch } from '../intake/files/row-batch.ts';
import type { SourceFile } from '../intake/files/source-file.ts';
import { decodedText } from '../intake/files/text-encoding.ts';
import { DeclaredEncoding } from './declared-encoding.ts';
import type { ReturnModuleKind } from './return-module.ts';
import { MostWithoutMarkup, notWellFormed } from './return-xml-root.ts';
import { ReturnXmlRows } from './return-xml-rows.ts';

const LONGEST_VALUE = 10_000;
const DEEPEST = 50;
const MOST_GROUPS_OF_A_CHILD = 20_000;

/** Some rows of one module; the cells stand in the order of the module's columns. */
export interface ModuleRows {
  readonly kind: ReturnModuleKind;
  readonly batch: RowBatch;
  /** In which record of which child each row stands, by its cells: the line alone says nothing in a file of one line. */
  readonly places: ReadonlyMap<readonly string[], string>;
}

const NAMES_OF_NAMESPACES = /^(?:xmlns|xsi)(?::|$)/;

/** A name without the prefix of its namespace, upper case. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toUpperCase();
}

/** A parser that feeds rows. Throws a WellplacedError at the first fault; declarations of types and entities are faults. */
function parserFor(
  source: SourceFile,
  rows: ReturnXmlRows,
  { seen }: MostWithoutMarkup,
): SaxesParser {
  const parser = new SaxesParser();
  let text = '';
  const path: string[] = [];
  const add = (more: string) => {
    seen();
    text += more;
    if (text.length > LONGEST_VALUE) throw notWellFormed(source, 'a value is far too long');
  };
  const noteStrayText = () => {
    if (text.trim() !== '')
      rows.passedOver.note(`text in ${path.at(-1) ?? 'the file'}`, parser.line);
  };
  parser.on('error', (error) => {
    throw notWellFormed(source, clauseOf(error));
  });
  parser.on('doctype', () => {
    throw notWellFormed(source, 'it declares a document type, which no return has');
  });
  parser.on('opentag', ({ name, attributes }) => {
    seen();
    noteStrayText();
    text = '';
    const local = localName(name);
    for (const attribute of Object.keys(attributes)) {
      if (!NAMES_OF_NAMESPACES.test(attribute)) {
        rows.passedOver.note(`${local}/@${attribute}`, parser.line);
      }
    }
    path.push(local);
    rows.open(local, { line: parser.line, character: parser.column });
    if (rows.depth > DEEPEST)
      throw notWellFormed(source, 'its elements stand too deep in one another');
    if (rows.groupsWaiting > MOST_GROUPS_OF_A_CHILD) {
      throw notWellFormed(
        source,
        `one child has more than ${MOST_GROUPS_OF_A_CHILD} groups of values`,
      );
    }
  });
  parser.on('comment', seen);
  parser.on('processinginstruction', seen);
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => {
    seen();
    rows.close(localName(name), text.trim());
    path.pop();
    text = '';
  });
  return parser;
}

/**
 * Reads a return as XML (EXPSSDA903, a CHILD each with HEADER and EPISODE) into rows of its modules.
 * Throws a WellplacedError when the XML is not well-formed or not a return.
 */
export async function* readReturnXml(
  source: SourceFile,
  encoding: TextEncoding,
): AsyncGenerator<ModuleRows> {
  const rows = new ReturnXmlRows();
  const limit = new MostWithoutMarkup(source);
  const parser = parserFor(source, rows, limit);
  const garbled = new GarbledText();
  const declared = new DeclaredEncoding(source, encoding);
  for await (const piece of decodedText(source, encoding)) {
    garbled.look(piece, parser.line);
    declared.look(piece);
    limit.check(piece);
    parser.write(piece);
    if (rows.waiting >= ROWS_IN_A_BATCH) yield* rows.take();
  }
  parser.close();
  yield* rows.take();
  const findings = [
    ...rows.passedOver.findings(source.path),
    ...garbled.findings(source.path),
    ...declared.findings(),
  ];
  if (findings.length === 0) return;
  yield {
    kind: 'header',
    batch: { lines: [], cells: [], rejections: [], findings },
    places: new Map(),
  };
}
