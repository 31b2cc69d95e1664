import type { Readable } from 'node:stream';
import { WellplacedError } from '../../../core/errors.ts';
import { isDiskFull } from '../../../platform/database/disk-full.ts';
import type { Acting, CouncilTransaction, Ground } from '../../../platform/database/ground.ts';
import { isUnavailable } from '../../../platform/database/unavailable.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { type ImportOrders, markImport, registerImport } from '../imports/import-register.ts';
import type { ImportDesk } from '../imports/import-sources.ts';
import { discardUpload } from './held-upload.ts';
import { checkRoom, checkWaiting } from './upload-quota.ts';

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
  { now, instead }: { readonly now: () => Date; readonly instead: string | undefined },
): Promise<void> {
  let chunkNumber = 0;
  for await (const chunk of chunksOf(content)) {
    const row = [importId, fileNumber, chunkNumber, path, chunk];
    await ground.transaction<RecordsTables, void>(acting, async (tx) => {
      await checkRoom(tx, acting.person?.personId, chunk.length, instead);
      await tx.insertMany('upload_chunk', COLUMNS, [row]);
      await noteHeard(tx, importId, now());
    });
    chunkNumber += 1;
  }
}

/** Notes that the upload still comes, so that nobody takes it for one that was cut off. */
async function noteHeard(
  tx: CouncilTransaction<RecordsTables>,
  importId: string,
  at: Date,
): Promise<void> {
  await tx.rows(
    `insert into import_progress (authority_id, import_id, stage, done, total, heard_at)
     values ($1, $2, 'receiving', 0, 0, $3)
     on conflict (authority_id, import_id) do update set heard_at = excluded.heard_at`,
    [tx.authority, importId, at],
  );
}

/** Marks an upload that did not come in whole, and lets its pieces go. */
async function giveUp(ground: Ground, acting: Acting, importId: string, fault: unknown) {
  const said = fault instanceof WellplacedError ? fault.message : 'The upload was cut off.';
  try {
    // First: on a full disk it makes room for the mark.
    await ground.transaction<RecordsTables, void>(acting, (tx) => discardUpload(tx, importId));
    await markImport(ground, acting, importId, 'interrupted', said);
  } catch (error) {
    // The database is gone or full: who looks after unfinished imports marks it later.
    if (!isUnavailable(error) && !isDiskFull(error)) throw error;
  }
}

/**
 * Keeps the files of an upload in the database as they arrive, a piece at a time, and queues their
 * import: from then on neither the browser nor this process is needed. Gives the import's id.
 * Throws a WellplacedError `nothing-uploaded` when no file came, `upload-quota` or `uploads-waiting` when
 * the person or the council holds too much; an upload that is cut off is marked so. `instead` is the
 * import whose held files are sent again: they are not counted twice.
 */
export async function receiveUpload(
  desk: Pick<ImportDesk, 'ground' | 'now'>,
  acting: Acting,
  files: AsyncIterable<ArrivingFile>,
  { instead, ...orders }: ImportOrders & { readonly instead?: string } = {},
): Promise<string> {
  const { ground, now } = desk;
  const importId = await registerImport(desk, acting, 'upload', 'receiving', orders, (tx) =>
    checkWaiting(tx, acting.person?.personId),
  );
  let fileNumber = 0;
  try {
    for await (const file of files) {
      await keepFile(ground, acting, importId, fileNumber, file, { now, instead });
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
