import { type FileHandle, mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { WellplacedError } from '../../core/errors.ts';
import { addToSums, type CouncilSums, childFiles, councilWideFiles, noSums } from './files.ts';
import type { DemonstrationCouncil } from './generate-council.ts';

/** A file that was written, with its lines counted, the headings among them. */
export interface WrittenFile {
  readonly path: string;
  readonly lines: number;
}

const LINE_END = 10;
const CHUNK = 1 << 16;
/** Bytes that one line can take at the most, well above the longest. */
const LONGEST_LINE = 1 << 12;

/** Gathers lines and writes them in large pieces. */
class LineWriter {
  readonly path: string;
  readonly #file: FileHandle;
  readonly #waiting = Buffer.allocUnsafe(CHUNK + LONGEST_LINE);
  #length = 0;
  #lines = 0;

  constructor(path: string, file: FileHandle) {
    this.path = path;
    this.#file = file;
  }

  /** Takes a line; undefined, or the writing to wait for when enough has gathered. */
  add(line: string): Promise<void> | undefined {
    this.#length += this.#waiting.write(line, this.#length);
    this.#length = this.#waiting.writeUInt8(LINE_END, this.#length);
    this.#lines += 1;
    return this.#length >= CHUNK ? this.flush() : undefined;
  }

  async flush(): Promise<void> {
    await this.#file.appendFile(this.#waiting.subarray(0, this.#length));
    this.#length = 0;
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  get written(): WrittenFile {
    return { path: this.path, lines: this.#lines };
  }
}

async function refuseUsedFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length === 0) return;
  throw new WellplacedError(
    'folder-not-empty',
    `The folder ${folder} is not empty.`,
    'Name a new folder, so that no file of another council is left among the new ones.',
  );
}

async function openWriter(folder: string, path: string): Promise<LineWriter> {
  const whole = join(folder, path);
  await mkdir(dirname(whole), { recursive: true });
  return new LineWriter(path, await open(whole, 'w'));
}

/** Draws every child once and writes the child's lines to all the files. */
async function writeChildren(
  council: DemonstrationCouncil,
  folder: string,
  sums: CouncilSums,
): Promise<WrittenFile[]> {
  const files = childFiles(council);
  const writers: LineWriter[] = [];
  try {
    for (const { path, heading } of files) {
      const writer = await openWriter(folder, path);
      writers.push(writer);
      await writer.add(heading);
    }
    for (const history of council.histories()) {
      addToSums(sums, history, council);
      for (const [index, file] of files.entries()) {
        const writer = writers[index];
        if (writer === undefined) continue;
        for (const line of file.rows(history)) {
          const writing = writer.add(line);
          if (writing !== undefined) await writing;
        }
      }
    }
    for (const writer of writers) await writer.flush();
    return writers.map(({ written }) => written);
  } finally {
    for (const writer of writers) await writer.close();
  }
}

async function writeWhole(
  folder: string,
  path: string,
  lines: Iterable<string>,
): Promise<WrittenFile> {
  const writer = await openWriter(folder, path);
  try {
    for (const line of lines) {
      const writing = writer.add(line);
      if (writing !== undefined) await writing;
    }
    await writer.flush();
    return writer.written;
  } finally {
    await writer.close();
  }
}

/**
 * Writes the council's files into a new or empty folder and tells what was written. Memory stays the same
 * however large the council. Throws a WellplacedError when the folder holds anything.
 */
export async function writeCouncil(
  council: DemonstrationCouncil,
  folder: string,
): Promise<readonly WrittenFile[]> {
  await refuseUsedFolder(folder);
  const sums = noSums();
  const written = await writeChildren(council, folder, sums);
  for (const { path, lines } of councilWideFiles(council, () => sums)) {
    written.push(await writeWhole(folder, path, lines));
  }
  return written;
}
