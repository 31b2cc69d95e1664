import { SaxesParser } from 'saxes';
import { clauseOf, WellplacedError } from '../../core/errors.ts';
import type { TextEncoding } from '../intake/files/recognised-file.ts';
import type { SourceFile } from '../intake/files/source-file.ts';
import { decodedText } from '../intake/files/text-encoding.ts';

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

/** A value, a comment, a declaration or one tag with all its attributes is never longer than this. */
const LONGEST_WITHOUT_MARKUP = 1_000_000;

/** Keeps a parser from gathering an endless value, tag, comment or declaration: it hands none of them on before its end. */
export class MostWithoutMarkup {
  readonly #source: SourceFile;
  #since = 0;

  constructor(source: SourceFile) {
    this.#source = source;
  }

  /** Tells that the parser has handed something on. */
  readonly seen = (): void => {
    this.#since = 0;
  };

  /** Looks at the next piece before the parser does. Throws a WellplacedError when nothing was handed on for too long. */
  check(piece: string): void {
    this.#since += piece.length;
    if (this.#since <= LONGEST_WITHOUT_MARKUP) return;
    throw notWellFormed(
      this.#source,
      `a value, tag, comment or declaration of it is longer than ${LONGEST_WITHOUT_MARKUP.toLocaleString('en-GB')} characters`,
    );
  }
}

/** The name of the outermost element, without the prefix of its namespace. Throws a WellplacedError when there is none, or a fault before it. */
export async function rootOf(source: SourceFile, encoding: TextEncoding): Promise<string> {
  let root: string | undefined;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    if (root === undefined) throw notWellFormed(source, clauseOf(error));
  });
  parser.on('opentag', ({ name }) => {
    root ??= name.slice(name.indexOf(':') + 1);
  });
  const limit = new MostWithoutMarkup(source);
  parser.on('comment', limit.seen);
  parser.on('processinginstruction', limit.seen);
  for await (const piece of decodedText(source, encoding)) {
    limit.check(piece);
    parser.write(piece);
    if (root !== undefined) return root;
  }
  throw notWellFormed(source, 'it holds no element');
}
