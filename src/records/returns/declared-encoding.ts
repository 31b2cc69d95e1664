import { WellplacedError } from '../../core/errors.ts';
import type { TextEncoding } from '../intake/files/recognised-file.ts';
import type { RowFinding } from '../intake/files/rejection.ts';
import type { SourceFile } from '../intake/files/source-file.ts';

const DECLARATION = /^\uFEFF?\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([^"']{1,40})["']/i;
const LONGEST_DECLARATION = 300;
const BEYOND_ASCII = /[^\0-\x7F]/;

/** Names of the encodings that are read, under which files declare them. */
const NAMES: readonly (readonly [RegExp, 'utf-8' | 'utf-16' | 'windows-1252'])[] = [
  [/^utf-?8$/i, 'utf-8'],
  [/^(?:utf-?16(?:le|be)?|unicode)$/i, 'utf-16'],
  [
    /^(?:windows-?1252|x-?cp-?1252|cp-?1252|cp-?819|iso[-_]?8859[-_]?1|latin-?1|l1|us-ascii|ascii|ansi)$/i,
    'windows-1252',
  ],
];

const IN_WORDS = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
} as const;

/** Compares the encoding that an XML declares with the one that its bytes are in, by which it is read. */
export class DeclaredEncoding {
  readonly #source: SourceFile;
  readonly #read: TextEncoding;
  #declared: string | undefined;
  #head = '';
  #started = false;
  #beyondAscii = false;

  constructor(source: SourceFile, read: TextEncoding) {
    this.#source = source;
    this.#read = read;
  }

  /** Looks at the next piece of the text. Throws a WellplacedError when the declared encoding is one of which letters would be read wrong. */
  look(piece: string): void {
    if (!this.#started) {
      this.#head += piece;
      this.#started = this.#head.includes('?>') || this.#head.length > LONGEST_DECLARATION;
      this.#declared = DECLARATION.exec(this.#head)?.[1];
    }
    if (this.#beyondAscii || !BEYOND_ASCII.test(piece.replace(/^\uFEFF/, ''))) return;
    this.#beyondAscii = true;
    // Bytes that are no UTF-8 could be any of the one-byte encodings: the declaration alone says which.
    if (this.#read !== 'windows-1252' || this.#declared === undefined) return;
    if (NAMES.some(([name]) => name.test(this.#declared ?? ''))) return;
    throw new WellplacedError(
      'xml-encoding-unread',
      `${this.#source.path} declares that it is written in ${this.#declared}, which is not read here, and has letters that would be read wrong.`,
      'Export the return again as UTF-8.',
    );
  }

  /** What there is to say once all is read: that the declaration is not what the bytes are. */
  findings(): readonly RowFinding[] {
    const declared = this.#declared ?? 'UTF-8';
    const family = NAMES.find(([name]) => name.test(declared))?.[1];
    const isSame = family !== undefined && this.#read.startsWith(family);
    // Without other letters the encodings of one byte say the same.
    const alike = !this.#beyondAscii && family !== 'utf-16' && !this.#read.startsWith('utf-16');
    // With a byte order mark UTF-16 needs no declaration (XML 1.0, 4.3.3).
    const needsNone = this.#declared === undefined && this.#read.startsWith('utf-16');
    if (isSame || alike || needsNone) return [];
    const says =
      this.#declared === undefined
        ? 'declares no encoding, which means UTF-8'
        : `declares that it is written in ${declared}`;
    return [
      {
        line: 1,
        childId: undefined,
        rule: 'encoding-disagrees',
        severity: this.#beyondAscii ? 'warning' : 'information',
        column: null,
        value: null,
        message: `${this.#source.path} ${says}, but its bytes are ${IN_WORDS[this.#read]}: it was read as what they are. Look whether its letters are right.`,
      },
    ];
  }
}
