import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { SourceFile } from '../files/source-file.ts';
import type { FileOnDisk } from './messages.ts';

/** A file up to this size is read from disk once, however often it is looked through. */
const SMALL = 4_000_000;
const PIECE = 1 << 20;

/** The bytes of one file on disk. */
export class FileContent {
  readonly file: string;
  readonly #onPiece: () => void;
  #kept: readonly Buffer[] | undefined;

  /** `onPiece` is told of every piece that is handed on. */
  constructor(file: string, onPiece: () => void) {
    this.file = file;
    this.#onPiece = onPiece;
  }

  /** The file as the person knows it. */
  as({ path, bytes }: Pick<FileOnDisk, 'path' | 'bytes'>): SourceFile {
    return { path, bytes, file: this.file, open: () => Readable.from(this.#pieces(bytes)) };
  }

  async *#pieces(bytes: number): AsyncGenerator<Buffer> {
    const kept: Buffer[] = [];
    let size = 0;
    const highWaterMark = Math.min(PIECE, bytes + 1);
    for await (const piece of this.#kept ?? createReadStream(this.file, { highWaterMark })) {
      this.#onPiece();
      size += (piece as Buffer).length;
      if (size <= SMALL) kept.push(piece as Buffer);
      yield piece as Buffer;
    }
    if (size <= SMALL) this.#kept = kept;
  }
}
