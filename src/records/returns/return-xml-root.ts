import { SaxesParser } from 'saxes';
import { WellplacedError } from '../../core/errors.ts';
import type { TextEncoding } from '../files/recognised-file.ts';
import type { SourceFile } from '../files/source-file.ts';
import { decodedText } from '../files/text-encoding.ts';

/** The outermost element of a return. */
export const RETURN_ROOT = 'EXPSSDA903';

/** A file that is not XML as it should be: what is wrong with it, and what to do. */
export function notWellFormed(source: SourceFile, what: string): WellplacedError {
  return new WellplacedError(
    'xml-not-well-formed',
    `${source.path} is not well-formed XML: ${what}.`,
    'Export the return again; the file may have been cut short or edited.',
  );
}

/** The name of the outermost element. Throws a WellplacedError when there is none, or a fault before it. */
export async function rootOf(source: SourceFile, encoding: TextEncoding): Promise<string> {
  let root: string | undefined;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    if (root === undefined) throw notWellFormed(source, error.message);
  });
  parser.on('opentag', ({ name }) => {
    root ??= name;
  });
  for await (const piece of decodedText(source, encoding)) {
    parser.write(piece);
    if (root !== undefined) return root;
  }
  throw notWellFormed(source, 'it holds no element');
}
