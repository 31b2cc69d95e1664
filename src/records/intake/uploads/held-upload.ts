import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CouncilTransaction, Ground } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { SourceFile } from '../files/source-file.ts';
import { sourcesAt } from '../imports/disk-source.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** A file of an upload whose content the database holds. */
export interface HeldFile {
  readonly fileNumber: number;
  readonly path: string;
}

/** The files of an upload that the database holds: all of them until it is imported, then those of no known layout. */
export async function heldFiles(tx: Transaction, importId: string): Promise<HeldFile[]> {
  return tx.db
    .selectFrom('upload_chunk')
    .select(['file_number as fileNumber', 'path'])
    .where('authority_id', '=', tx.authority)
    .where('import_id', '=', importId)
    .where('chunk_number', '=', 0)
    .orderBy('file_number')
    .execute();
}

/** The content of a held file, a piece at a time. */
export async function* contentOf(
  ground: Ground,
  authority: string,
  importId: string,
  fileNumber: number,
): AsyncIterable<Uint8Array> {
  for (let chunkNumber = 0; ; chunkNumber += 1) {
    const content = await ground.read<RecordsTables, Uint8Array | undefined>(
      authority,
      async (tx) => {
        const row = await tx.db
          .selectFrom('upload_chunk')
          .select('content')
          .where('authority_id', '=', authority)
          .where('import_id', '=', importId)
          .where('file_number', '=', fileNumber)
          .where('chunk_number', '=', chunkNumber)
          .executeTakeFirst();
        return row?.content;
      },
    );
    if (content === undefined) return;
    yield content;
  }
}

/** Writes an upload's files out of the database into a folder, where they can be read several times. */
export async function unpack(
  ground: Ground,
  authority: string,
  importId: string,
  folder: string,
): Promise<SourceFile[]> {
  const sources: SourceFile[] = [];
  const held = await ground.read(authority, (tx: Transaction) => heldFiles(tx, importId));
  for (const { fileNumber, path } of held) {
    const file = join(folder, String(fileNumber));
    await pipeline(
      Readable.from(contentOf(ground, authority, importId, fileNumber)),
      createWriteStream(file, { mode: 0o600 }),
    );
    const [source] = await sourcesAt(file);
    if (source !== undefined) sources.push({ ...source, path });
  }
  return sources;
}

/** The numbers of the files of an import that is over which were refused only because their layout is not known, or that of one of their sheets. */
export async function filesToHold(
  ground: Ground,
  authority: string,
  importId: string,
): Promise<readonly number[]> {
  const files = await ground.read<RecordsTables, { source: number }[]>(authority, (tx) =>
    tx.db
      .selectFrom('import_file')
      .select((select) => select.fn.coalesce('source_number', 'file_number').as('source'))
      .distinct()
      .where('authority_id', '=', authority)
      .where('import_id', '=', importId)
      .where('sample', 'is not', null)
      .execute(),
  );
  return files.map(({ source }) => source);
}

/** Lets the kept pieces of an upload go, but for the files named. */
export async function discardUpload(
  tx: Transaction,
  importId: string,
  except: readonly number[] = [],
): Promise<void> {
  const all = tx.db
    .deleteFrom('upload_chunk')
    .where('authority_id', '=', tx.authority)
    .where('import_id', '=', importId);
  await (except.length === 0 ? all : all.where('file_number', 'not in', except)).execute();
}
