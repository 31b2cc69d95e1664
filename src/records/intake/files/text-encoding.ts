import { isAscii } from 'node:buffer';
import { WellplacedError } from '../../../core/errors.ts';
import type { TextEncoding } from './recognised-file.ts';
import type { SourceFile } from './source-file.ts';

const UTF_16: readonly (readonly [number, number, TextEncoding])[] = [
  [0xff, 0xfe, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
];

/** The encoding that a byte order mark at the start names, of the two-byte ones. */
function utf16Of(head: Uint8Array): TextEncoding | undefined {
  return UTF_16.find(([first, second]) => head[0] === first && head[1] === second)?.[2];
}

/** UTF-16 without a mark: nearly every second byte of the words of a table is nought, and none of the others. */
function unmarkedUtf16Of(head: Uint8Array): TextEncoding | undefined {
  const pairs = Math.floor(Math.min(head.length, 4_096) / 2);
  let [even, odd] = [0, 0];
  for (let at = 0; at < pairs; at += 1) {
    if (head[at * 2] === 0) even += 1;
    if (head[at * 2 + 1] === 0) odd += 1;
  }
  if (even === 0 && odd > pairs * 0.8) return 'utf-16le';
  return odd === 0 && even > pairs * 0.8 ? 'utf-16be' : undefined;
}

/**
 * The encoding of a text file, decided over the whole of it: UTF-16 by its byte order mark or its
 * noughts, UTF-8 when every byte of it is, and Windows-1252 otherwise, which council systems still write.
 * Throws a WellplacedError when the bytes are not text.
 */
export async function encodingOf(source: SourceFile): Promise<TextEncoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let started = false;
  let seenBeyondAscii = false;
  let isUtf8 = true;
  for await (const chunk of source.open()) {
    const bytes = chunk as Buffer;
    if (!started && bytes.length > 0) {
      const utf16 = utf16Of(bytes) ?? unmarkedUtf16Of(bytes);
      if (utf16 !== undefined) return utf16;
      started = true;
    }
    if (bytes.includes(0)) throw notText(source);
    seenBeyondAscii ||= !isAscii(bytes);
    if (isUtf8 && seenBeyondAscii) isUtf8 = decodes(decoder, bytes, true);
  }
  if (isUtf8 && seenBeyondAscii) isUtf8 = decodes(decoder, new Uint8Array(), false);
  return isUtf8 ? 'utf-8' : 'windows-1252';
}

function decodes(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(bytes, { stream });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function notText(source: SourceFile): WellplacedError {
  return new WellplacedError(
    'file-is-not-text',
    `${source.path} holds bytes that no text file has.`,
    'Export it again as CSV, XLSX or the XML of the return.',
  );
}

/** The text of a file, piece by piece, without its byte order mark. Throws a WellplacedError when it holds a null character. */
export async function* decodedText(
  source: SourceFile,
  encoding: TextEncoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source.open()) {
    const text = decoder.decode(chunk as Buffer, { stream: true });
    if (text.includes('\0')) throw notText(source);
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
