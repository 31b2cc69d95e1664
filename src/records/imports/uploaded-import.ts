import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Acting, Ground } from '../../platform/database/ground.ts';
import type { SourceFile } from '../files/source-file.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { sourcesAt } from './disk-source.ts';
import { markImport } from './import-register.ts';
import { type ImportDesk, importSources } from './import-sources.ts';

async function* contentOf(
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
async function unpack(
  ground: Ground,
  authority: string,
  importId: string,
  folder: string,
): Promise<SourceFile[]> {
  const files = await ground.read<RecordsTables, { file_number: number; path: string }[]>(
    authority,
    (tx) =>
      tx.db
        .selectFrom('upload_chunk')
        .select(['file_number', 'path'])
        .where('authority_id', '=', authority)
        .where('import_id', '=', importId)
        .where('chunk_number', '=', 0)
        .orderBy('file_number')
        .execute(),
  );
  const sources: SourceFile[] = [];
  for (const { file_number: number, path } of files) {
    const file = join(folder, String(number));
    await pipeline(
      Readable.from(contentOf(ground, authority, importId, number)),
      createWriteStream(file, { mode: 0o600 }),
    );
    const [source] = await sourcesAt(file);
    if (source !== undefined) sources.push({ ...source, path });
  }
  return sources;
}

/** Lets the kept pieces of an upload go. */
export async function discardUpload(
  ground: Ground,
  acting: Acting,
  importId: string,
): Promise<void> {
  await ground.transaction<RecordsTables, unknown>(acting, (tx) =>
    tx.db
      .deleteFrom('upload_chunk')
      .where('authority_id', '=', tx.authority)
      .where('import_id', '=', importId)
      .execute(),
  );
}

async function waiting(ground: Ground, authority: string, importId: string) {
  return ground.read<RecordsTables, Acting | undefined>(authority, async (tx) => {
    const row = await tx.db
      .selectFrom('import')
      .select(['requested_by', 'reason'])
      .where('authority_id', '=', authority)
      .where('import_id', '=', importId)
      .where('status', 'in', ['queued', 'running'])
      .executeTakeFirst();
    return row && { authority, actor: row.requested_by, reason: row.reason };
  });
}

/**
 * Runs an uploaded import that is queued, or that an earlier process left running; does nothing for
 * one that is over. The unpacked files are readable by this user only and gone afterwards.
 */
export async function runUploadedImport(
  desk: ImportDesk,
  authority: string,
  importId: string,
  workFolder: string,
): Promise<void> {
  const acting = await waiting(desk.ground, authority, importId);
  if (acting === undefined) return;
  await markImport(desk.ground, acting, importId, 'running', null);
  await mkdir(workFolder, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(workFolder, 'import-'));
  try {
    const sources = await unpack(desk.ground, authority, importId, folder);
    await importSources(desk, acting, importId, sources);
    await discardUpload(desk.ground, acting, importId);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
