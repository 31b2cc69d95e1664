import type { Readable } from 'node:stream';

/** A file to import, wherever its bytes are kept: on disk, or in the database after an upload. */
export interface SourceFile {
  /** Path as the user gave it, with its folders: a return's year may stand in one of them. */
  readonly path: string;
  readonly bytes: number;
  /** Where the bytes lie on this machine's disk, so that a process of its own can read them; undefined for content in memory. */
  readonly file?: string;
  /** A fresh stream of the whole content; may be called more than once. */
  open(): Readable;
}
