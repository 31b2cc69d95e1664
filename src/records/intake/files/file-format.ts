import { WellplacedError } from '../../../core/errors.ts';
import type { SourceFile } from './source-file.ts';

/** How the content of a file starts, which tells its format whatever its name says. */
const SIGNATURES: readonly (readonly [signature: readonly number[], what: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'a workbook of the old .xls kind, or one with a password'],
  [[0x1f, 0x8b], 'a compressed file (gzip)'],
  [[0x52, 0x61, 0x72, 0x21], 'a RAR archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7-Zip archive'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
];

const ZIP = [0x50, 0x4b];
const HEAD_BYTES = 65_536;

function startsWith(head: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => head[at] === byte);
}

/** The first bytes of a file. */
async function headOf(source: SourceFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source.open()) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size >= HEAD_BYTES) break;
  }
  return Buffer.concat(chunks);
}

/** Tells text that is markup from text that is a table. */
function markupOf(head: Buffer): 'html' | 'xml' | undefined {
  const start = head
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^[ÿþï»¿\s]+/, '');
  if (/^<(?:!doctype\s+html|html|head|body|script)\b/i.test(start)) return 'html';
  return start.startsWith('<') ? 'xml' : undefined;
}

/** The format of a file by its content. Throws a WellplacedError when it is empty or of a kind that holds no records. */
export async function fileFormat(source: SourceFile): Promise<'csv' | 'xml' | 'xlsx'> {
  const head = await headOf(source);
  if (head.toString('latin1').trim() === '') {
    throw new WellplacedError(
      'file-empty',
      `${source.path} is empty.`,
      'Export it again; a file without rows still has its header.',
    );
  }
  const known = SIGNATURES.find(([signature]) => startsWith(head, signature));
  if (known !== undefined) throw notRecords(source, known[1]);
  if (startsWith(head, ZIP)) return 'xlsx';
  const markup = markupOf(head);
  if (markup === 'html') throw notRecords(source, 'a web page, perhaps an error or sign-in page');
  return markup ?? 'csv';
}

function notRecords(source: SourceFile, what: string): WellplacedError {
  return new WellplacedError(
    'file-not-records',
    `${source.path} is ${what}.`,
    'Export the records again as CSV, XLSX or the XML of the return, and import that.',
  );
}
