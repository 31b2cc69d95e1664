import { Readable } from 'node:stream';
import type { SourceFile } from './source-file.ts';

/** A file held in memory, handed out in pieces of the given size; for content that is on no disk, tests among it. */
export function memorySource(
  path: string,
  content: string | Uint8Array,
  pieceSize = 65_536,
): SourceFile {
  const bytes = Buffer.from(content as string);
  return {
    path,
    bytes: bytes.length,
    open: () => {
      const pieces: Buffer[] = [];
      for (let at = 0; at < bytes.length; at += pieceSize) {
        pieces.push(bytes.subarray(at, at + pieceSize));
      }
      return Readable.from(pieces);
    },
  };
}
