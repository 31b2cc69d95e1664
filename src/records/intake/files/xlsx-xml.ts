import { SaxesParser } from 'saxes';
import { clauseOf, WellplacedError } from '../../../core/errors.ts';
import { brokenWorkbook } from './workbook-errors.ts';
import type { WorkbookParts } from './xlsx-container.ts';

/** Characters within which something must begin or end: no cell holds as many. */
const LONGEST_PIECE = 1_000_000;

/** Attributes of an element by their names, prefixes included. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** Hears what stands in a part; names come without their prefixes, which writers choose freely. */
export interface XmlListener {
  open(name: string, attributes: XmlAttributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** The value of an attribute whatever its prefix, such as `id` for `r:id`. */
export function attributeOf(attributes: XmlAttributes, name: string): string | undefined {
  const key = Object.keys(attributes).find((each) => each.endsWith(`:${name}`));
  return attributes[key ?? name];
}

/** Whether an attribute says yes as SpreadsheetML says it. */
export function isSet(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

function decoderFor(head: Buffer): TextDecoder {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  const declared = /^[^>]{0,100}encoding=["']([\w-]+)["']/.exec(head.toString('latin1', 0, 200));
  return new TextDecoder(declared?.[1] ?? 'utf-8', { fatal: true });
}

function parserFor(listener: XmlListener, heard: () => void) {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({
    position: false,
    xmlns: false,
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new SyntaxError('it declares a document type, which no workbook has');
  });
  parser.on('opentag', ({ name, attributes }) => {
    heard();
    listener.open(localName(name), attributes);
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  parser.on('closetag', ({ name }) => {
    heard();
    listener.close?.(localName(name));
  });
  return parser;
}

/**
 * Parses a part, handing over after each piece, so that what the listener gathered can be taken.
 * Throws a WellplacedError when the part is missing, damaged or not well-formed.
 */
export async function* parsePart(
  parts: WorkbookParts,
  name: string,
  listener: XmlListener,
): AsyncGenerator<void> {
  let silent = 0;
  let decoder: TextDecoder | undefined;
  const parser = parserFor(listener, () => {
    silent = 0;
  });
  try {
    for await (const piece of parts.open(name)) {
      decoder ??= decoderFor(piece);
      const text = decoder.decode(piece, { stream: true });
      silent += text.length;
      parser.write(text);
      if (silent > LONGEST_PIECE) throw new SyntaxError('a value in it is far too long');
      yield;
    }
    parser.write(decoder?.decode() ?? '').close();
  } catch (error) {
    if (error instanceof WellplacedError || !(error instanceof Error)) throw error;
    throw brokenWorkbook(parts.path, `${name} cannot be read: ${clauseOf(error)}`);
  }
  yield;
}

/** Parses a part to its end, for parts that are read whole. */
export async function readPart(
  parts: WorkbookParts,
  name: string,
  listener: XmlListener,
): Promise<void> {
  for await (const _piece of parsePart(parts, name, listener));
}
