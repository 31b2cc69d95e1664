import { SaxesParser } from 'saxes';
import type { TextEncoding } from '../files/recognised-file.ts';
import { ROWS_IN_A_BATCH, type RowBatch } from '../files/row-batch.ts';
import type { SourceFile } from '../files/source-file.ts';
import { decodedText } from '../files/text-encoding.ts';
import type { ReturnModuleKind } from './return-module.ts';
import { notWellFormed } from './return-xml-root.ts';
import { ReturnXmlRows } from './return-xml-rows.ts';

const LONGEST_VALUE = 10_000;

/** Some rows of one module; the cells stand in the order of the module's columns. */
export interface ModuleRows {
  readonly kind: ReturnModuleKind;
  readonly batch: RowBatch;
}

/** A parser that feeds rows. Throws a WellplacedError at the first fault; declarations of types and entities are faults. */
function parserFor(source: SourceFile, rows: ReturnXmlRows): SaxesParser {
  const parser = new SaxesParser();
  let text = '';
  parser.on('error', (error) => {
    throw notWellFormed(source, error.message);
  });
  parser.on('doctype', () => {
    throw notWellFormed(source, 'it declares a document type, which no return has');
  });
  parser.on('opentag', ({ name }) => {
    text = '';
    rows.open(name.toUpperCase(), parser.line);
  });
  parser.on('text', (more) => {
    text += more;
    if (text.length > LONGEST_VALUE) throw notWellFormed(source, 'a value is far too long');
  });
  parser.on('cdata', (more) => {
    text += more;
  });
  parser.on('closetag', ({ name }) => {
    rows.close(name.toUpperCase(), text.trim());
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
  const parser = parserFor(source, rows);
  for await (const piece of decodedText(source, encoding)) {
    parser.write(piece);
    if (rows.waiting >= ROWS_IN_A_BATCH) yield* rows.take();
  }
  parser.close();
  yield* rows.take();
}
