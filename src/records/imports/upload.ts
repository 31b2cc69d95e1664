import type { Readable } from 'node:stream';
import { WellplacedError } from '../../core/errors.ts';
import { isDiskFull } from '../../platform/database/disk-full.ts';
import type { Acting, Ground } from '../../platform/database/ground.ts';
import { isUnavailable } from '../../platform/database/unavailable.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { discardUpload } from './held-upload.ts';
import { markImport, registerImport } from './import-register.ts';
import type { ImportDesk } from './import-sources.ts';

const CHUNK_BYTES = 1 << 20;
const COLUMNS = ['import_id', 'file_number', 'chunk_number', 'path', 'content'];

/** One file as it arrives. */
export interface ArrivingFile {
  readonly path: string;
  readonly content: Readable;
}

async function* chunksOf(content: Readable): AsyncIterable<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const piece of content) {
    held.push(piece as Buffer);
    size += (piece as Buffer).length;
    if (size < CHUNK_BYTES) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  yield Buffer.concat(held);
}

async function keepFile(
  ground: Ground,
  acting: Acting,
  importId: string,
  fileNumber: number,
  { path, content }: ArrivingFile,
): Promise<void> {
  let chunkNumber = 0;
  for await (const chunk of chunksOf(content)) {
    const row = [importId, fileNumber, chunkNumber, path, chunk];
    await ground.transaction<RecordsTables, unknown>(acting, (tx) =>
      tx.insertMany('upload_chunk', COLUMNS, [row]),
    );
    chunkNumber += 1;
  }
}

/** Marks an upload that did not come in whole, and lets its pieces go. */
async function giveUp(ground: Ground, acting: Acting, importId: string, fault: unknown) {
  const said = fault instanceof WellplacedError ? fault.message : 'The upload was cut off.';
  try {
    // First: on a full disk it makes room for the mark.
    await discardUpload(ground, acting, importId);
    await markImport(ground, acting, importId, 'interrupted', said);
  } catch (error) {
    // The database is gone or full: who looks after unfinished imports marks it later.
    if (!isUnavailable(error) && !isDiskFull(error)) throw error;
  }
}

/**
 * Keeps the files of an upload in the database as they arrive, a piece at a time, and queues their
 * import: from then on neither the browser nor this process is needed. Gives the import's id.
 * Throws a WellplacedError `nothing-uploaded` when no file came; an upload that is cut off is marked so.
 */
export async function receiveUpload(
  desk: Pick<ImportDesk, 'ground' | 'now'>,
  acting: Acting,
  files: AsyncIterable<ArrivingFile>,
): Promise<string> {
  const { ground } = desk;
  const importId = await registerImport(desk, acting, 'upload', 'receiving');
  let fileNumber = 0;
  try {
    for await (const file of files) {
      await keepFile(ground, acting, importId, fileNumber, file);
      fileNumber += 1;
    }
    if (fileNumber === 0) {
      throw new WellplacedError(
        'nothing-uploaded',
        'No file was chosen.',
        'Choose at least one file, or a folder.',
      );
    }
  } catch (error) {
    await giveUp(ground, acting, importId, error);
    throw error;
  }
  await markImport(ground, acting, importId, 'queued', null);
  return importId;
}
