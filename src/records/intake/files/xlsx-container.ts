import { crc32, createInflateRaw } from 'node:zlib';
import { brokenWorkbook, notThisWorkbook, tooLargeWorkbook } from './workbook-errors.ts';
import { type PackedPart, zipDirectory } from './zip-directory.ts';

/** The most that a workbook's parts may unpack to: they are read as streams, so this bounds time rather than memory. */
const MOST_UNPACKED_BYTES = 400_000_000;
const MOST_PARTS = 2_000;

const FILE_HEADER = 0x04034b50;
/** How long the notes of size may be that stand behind a part written as a stream. */
const DESCRIPTOR_LENGTHS: readonly number[] = [12, 16, 20, 24];

/** The parts of a workbook, unpacked piece by piece and only when they are read. */
export class WorkbookParts {
  readonly path: string;
  readonly #bytes: Buffer;
  readonly #parts: ReadonlyMap<string, { readonly part: PackedPart; readonly start: number }>;

  /** Throws a WellplacedError when the archive is damaged, has a password, or says that it is too large. */
  constructor(bytes: Buffer, path: string, mostBytes: number = MOST_UNPACKED_BYTES) {
    this.path = path;
    this.#bytes = bytes;
    const parts = zipDirectory(bytes, path);
    if (parts.length > MOST_PARTS)
      throw tooLargeWorkbook(path, `has more than ${MOST_PARTS} parts`);
    if (parts.some(({ encrypted }) => encrypted)) {
      throw notThisWorkbook(path, 'file-not-records', 'an archive with a password');
    }
    if (parts.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0) > mostBytes) {
      throw tooLargeWorkbook(path, `unpacks to more than ${mostBytes / 1_000_000} MB`);
    }
    let earliest = 0;
    const placed = parts.map((part) => {
      const start = this.#contentStart(part, earliest);
      earliest = start + part.packedBytes;
      if (earliest > bytes.length) throw brokenWorkbook(path, `${part.name} is cut short`);
      return [part.name.toLowerCase(), { part, start }] as const;
    });
    this.#parts = new Map(placed);
  }

  get names(): readonly string[] {
    return [...this.#parts.values()].map(({ part }) => part.name);
  }

  /** Whether there is such a part; case does not matter. */
  has(name: string): boolean {
    return this.#parts.has(name.toLowerCase());
  }

  /**
   * A part's content, piece by piece. Throws a WellplacedError when there is no such part, and, at
   * its end at the latest, when it is not as long as the directory says or its check sum differs.
   */
  async *open(name: string): AsyncGenerator<Buffer> {
    const found = this.#parts.get(name.toLowerCase());
    if (found === undefined) throw brokenWorkbook(this.path, `its part ${name} is missing`);
    const { part, start } = found;
    let sum = 0;
    let length = 0;
    for await (const piece of this.#unpacked(part, start)) {
      length += piece.length;
      if (length > part.unpackedBytes) break;
      sum = crc32(piece, sum);
      yield piece;
    }
    if (length !== part.unpackedBytes || sum !== part.crc) {
      throw brokenWorkbook(this.path, `${part.name} was damaged: its check sum does not fit`);
    }
  }

  /** Unpacks every part once, one after the other, to see that nothing was damaged. */
  async check(): Promise<void> {
    for (const name of this.#parts.keys()) {
      for await (const piece of this.open(name)) void piece;
    }
  }

  /** Where a part's packed bytes start; the parts must lie end to end, so that nothing is hidden between them. */
  #contentStart(part: PackedPart, earliest: number): number {
    const { offset, rawName } = part;
    const gap = offset - earliest;
    const follows = gap === 0 || (earliest > 0 && DESCRIPTOR_LENGTHS.includes(gap));
    const bytes = this.#bytes;
    const unfit = brokenWorkbook(this.path, 'its parts do not fit');
    if (!follows || offset + 30 > bytes.length) throw unfit;
    const nameEnd = offset + 30 + bytes.readUInt16LE(offset + 26);
    const sameName = bytes.subarray(offset + 30, nameEnd).equals(rawName);
    if (bytes.readUInt32LE(offset) !== FILE_HEADER || !sameName) throw unfit;
    return nameEnd + bytes.readUInt16LE(offset + 28);
  }

  async *#unpacked(part: PackedPart, start: number): AsyncGenerator<Buffer> {
    const packed = this.#bytes.subarray(start, start + part.packedBytes);
    if (part.method === 0) {
      yield packed;
      return;
    }
    if (part.method !== 8)
      throw brokenWorkbook(this.path, `${part.name} is packed in an unknown way`);
    const inflate = createInflateRaw({ chunkSize: 65_536 });
    inflate.end(packed);
    try {
      for await (const piece of inflate) yield piece as Buffer;
    } catch (error) {
      const { code } = error as { readonly code?: string };
      if (!code?.startsWith('Z_')) throw error;
      throw brokenWorkbook(this.path, `${part.name} cannot be unpacked`);
    }
  }
}
