import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { WellplacedError } from '../../core/errors.ts';
import type { AuditNote } from '../audit/note.ts';
import type { Counts, Piece } from './piece.ts';

/** The first line of a backup. */
export interface BackupHeader {
  readonly wellplacedBackup: 1;
  readonly createdAt: string;
  /** The names of the migrations that the database had had. */
  readonly migrations: readonly string[];
  /** The last entry of each council's audit trail; absent in a backup of a version before notes. */
  readonly notes?: readonly AuditNote[];
}

/** The last line: what everything between comes to. */
interface BackupEnd {
  readonly counts: Counts;
}

/** Writes a backup: lines of JSON, compressed, readable by nobody else. It has its name only once it is whole. */
export async function writeBackup(
  file: string,
  header: BackupHeader,
  pieces: AsyncIterable<Piece>,
  counts: () => Counts,
): Promise<void> {
  async function* lines(): AsyncGenerator<string> {
    yield `${JSON.stringify(header)}\n`;
    for await (const piece of pieces) yield `${JSON.stringify(piece)}\n`;
    yield `${JSON.stringify({ counts: counts() } satisfies BackupEnd)}\n`;
  }
  const unfinished = `${file}.unfinished`;
  try {
    const target = createWriteStream(unfinished, { mode: 0o600 });
    await pipeline(Readable.from(lines()), createGzip(), target);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

function damaged(file: string, cause?: unknown): WellplacedError {
  return new WellplacedError(
    'backup-damaged',
    `${file} is not a whole backup of Wellplaced.`,
    'Use another backup. Nothing was changed.',
    { cause },
  );
}

/** A backup that is being read: its header first, then its pieces; `counts` when they have all come. */
export interface OpenedBackup {
  readonly header: BackupHeader;
  readonly pieces: AsyncIterable<Piece>;
  readonly counts: () => Counts;
  close(): void;
}

/**
 * The lines of what is read. Not by node:readline, which since Node 24 also ends a line at U+2028 and
 * U+2029; a string of JSON may hold both as they are.
 */
async function* linesOf(plain: Readable): AsyncGenerator<string, undefined> {
  let begun = '';
  for await (const piece of plain.setEncoding('utf8')) {
    const [end = '', ...further] = String(piece).split('\n');
    if (further.length === 0) begun += end;
    else {
      yield begun + end;
      begun = further.pop() ?? '';
      yield* further;
    }
  }
  if (begun !== '') yield begun;
}

/** Opens a backup. Throws `backup-damaged`, here or while its pieces are read, when it is not whole. */
export async function openBackup(file: string): Promise<OpenedBackup> {
  const source = createReadStream(file);
  const plain = source.pipe(createGunzip());
  source.on('error', (error) => plain.destroy(error));
  const lines = linesOf(plain);
  async function line(): Promise<Record<string, unknown>> {
    const next = await lines.next().catch((error: unknown) => {
      throw damaged(file, error);
    });
    if (next.done) throw damaged(file);
    try {
      return JSON.parse(next.value);
    } catch (error) {
      throw damaged(file, error);
    }
  }
  const header = (await line()) as unknown as BackupHeader;
  if (header.wellplacedBackup !== 1) throw damaged(file);
  let end: BackupEnd | undefined;
  async function* pieces(): AsyncGenerator<Piece> {
    for (;;) {
      const next = await line();
      if ('counts' in next) {
        end = next as unknown as BackupEnd;
        return;
      }
      yield next as unknown as Piece;
    }
  }
  return {
    header,
    pieces: pieces(),
    counts: () => {
      if (end === undefined) throw damaged(file);
      return end.counts;
    },
    close: () => source.destroy(),
  };
}
