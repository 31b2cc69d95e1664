import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { SourceFile } from '../files/source-file.ts';
import { sourcesAt } from './disk-source.ts';
import type { PlannedFile } from './planned-file.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const PART_BYTES = 1 << 20;
/** Files of councils shrink to a tenth at the fastest level, and to a twelfth at the best. */
const LEVEL = 1;

async function isKept(tx: Transaction, sha256: string): Promise<boolean> {
  const [part] = await tx.rows(
    'select 1 from kept_part where authority_id = $1 and sha256 = $2 and part_number = 0',
    [tx.authority, sha256],
  );
  return part !== undefined;
}

async function keep(tx: Transaction, sha256: string, source: SourceFile): Promise<void> {
  const packed = source.open().pipe(createGzip({ level: LEVEL, chunkSize: PART_BYTES }));
  let part = 0;
  for await (const content of packed) {
    await tx.insertMany(
      'kept_part',
      ['sha256', 'part_number', 'content'],
      [[sha256, part, content]],
    );
    part += 1;
  }
}

/** Keeps the files of an import that are taken, each once whatever its path. */
export async function keepFiles(tx: Transaction, files: readonly PlannedFile[]): Promise<void> {
  await tx.rows('select app_reads_files()');
  const done = new Set<string>();
  for (const { sha256, source } of files) {
    if (sha256 === undefined || done.has(sha256)) continue;
    done.add(sha256);
    if (!(await isKept(tx, sha256))) await keep(tx, sha256, source);
  }
}

async function* partsOf(tx: Transaction, sha256: string): AsyncIterable<Uint8Array> {
  for (let part = 0; ; part += 1) {
    const [row] = await tx.rows(
      'select content from kept_part where authority_id = $1 and sha256 = $2 and part_number = $3',
      [tx.authority, sha256, part],
    );
    if (row === undefined) return;
    yield row[0] as Uint8Array;
  }
}

/** Writes a kept file out into a folder; undefined when it was not kept. */
export async function unpackKept(
  tx: Transaction,
  sha256: string,
  folder: string,
): Promise<SourceFile | undefined> {
  await tx.rows('select app_reads_files()');
  if (!(await isKept(tx, sha256))) return undefined;
  const path = join(folder, sha256);
  const parts = Readable.from(partsOf(tx, sha256));
  await pipeline(parts, createGunzip(), createWriteStream(path, { mode: 0o600 }));
  const [source] = await sourcesAt(path);
  return source;
}
