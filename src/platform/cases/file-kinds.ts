/** A kind of file that may be attached: what it is called, how its names end, what browsers are told, and how its content shows it. */
interface FileKind {
  readonly inWords: string;
  readonly endings: readonly string[];
  readonly mediaType: string;
  readonly is: (content: Buffer) => boolean;
}

const startsWith = (content: Buffer, ...bytes: readonly number[]) =>
  content.subarray(0, bytes.length).equals(Buffer.from(bytes));

const ZIP = [0x50, 0x4b, 0x03, 0x04] as const;
/** Outlook's messages, and Office files from before 2007 or under a password, share this container. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;

/** An Office file of today: a zip with this part, and without macros. The names of parts stand in it uncompressed. */
const office = (part: string) => (content: Buffer) =>
  startsWith(content, ...ZIP) &&
  content.includes('[Content_Types].xml') &&
  content.includes(part) &&
  !content.includes('vbaProject.bin');

/** Tab, end of line, form feed, carriage return. */
const LAYING_OUT = [0x09, 0x0a, 0x0c, 0x0d];

/** Plain text, in whatever code page: without control characters. */
function isText(content: Buffer): boolean {
  return content.every((byte) => (byte >= 0x20 && byte !== 0x7f) || LAYING_OUT.includes(byte));
}

const HEADER =
  /^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*(?:from|received|date|return-path):/i;

const KINDS: readonly FileKind[] = [
  {
    inWords: 'PDF',
    endings: ['pdf'],
    mediaType: 'application/pdf',
    is: (content) => content.subarray(0, 5).toString('latin1') === '%PDF-',
  },
  {
    inWords: 'Word document (DOCX)',
    endings: ['docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    is: office('word/document.xml'),
  },
  {
    inWords: 'Excel workbook (XLSX)',
    endings: ['xlsx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    is: office('xl/workbook.xml'),
  },
  {
    inWords: 'PNG picture',
    endings: ['png'],
    mediaType: 'image/png',
    is: (content) => startsWith(content, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  },
  {
    inWords: 'JPEG picture',
    endings: ['jpg', 'jpeg'],
    mediaType: 'image/jpeg',
    is: (content) => startsWith(content, 0xff, 0xd8, 0xff),
  },
  {
    inWords: 'Outlook message (MSG)',
    endings: ['msg'],
    mediaType: 'application/vnd.ms-outlook',
    is: (content) =>
      startsWith(content, ...COMPOUND) &&
      content.includes(Buffer.from('__properties_version1.0', 'utf16le')),
  },
  {
    inWords: 'e-mail message (EML)',
    endings: ['eml'],
    mediaType: 'message/rfc822',
    is: (content) => isText(content) && HEADER.test(content.subarray(0, 65_536).toString('latin1')),
  },
  { inWords: 'text file (TXT)', endings: ['txt'], mediaType: 'text/plain', is: isText },
  { inWords: 'CSV file', endings: ['csv'], mediaType: 'text/csv', is: isText },
];

/** What may be attached, in words: `PDF, Word document (DOCX), …`. */
export const KINDS_IN_WORDS = KINDS.map(({ inWords }) => inWords).join(', ');

/** The endings, for the choice of files in a browser. */
export const ENDINGS = KINDS.flatMap(({ endings }) => endings.map((each) => `.${each}`)).join(',');

/** The media type of a file by what it holds, or in words why it may not be attached: its content must be of an allowed kind, and its name must say the same. */
export function mediaTypeOf(
  name: string,
  content: Buffer,
):
  | { readonly ok: true; readonly mediaType: string }
  | { readonly ok: false; readonly why: string } {
  if (content.length === 0) return { ok: false, why: 'The file is empty' };
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = KINDS.find(({ endings }) => endings.includes(ending));
  if (named?.is(content)) return { ok: true, mediaType: named.mediaType };
  if (named === undefined) {
    return { ok: false, why: `A file must be one of: ${KINDS_IN_WORDS}` };
  }
  if (startsWith(content, ...COMPOUND) && named.mediaType.includes('openxml')) {
    return {
      ok: false,
      why: 'The file is protected by a password, or of a Word or Excel before 2007: save it without a password as DOCX or XLSX',
    };
  }
  if (content.includes('vbaProject.bin')) {
    return { ok: false, why: 'The file holds macros: save it as DOCX or XLSX without them' };
  }
  const other = KINDS.find(({ is }) => is(content));
  const holds = other === undefined ? 'something else' : other.inWords;
  return { ok: false, why: `The file is called .${ending}, but what it holds is: ${holds}` };
}
