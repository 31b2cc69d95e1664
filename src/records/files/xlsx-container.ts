import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { WellplacedError } from '../../core/errors.ts';

const inflate = promisify(inflateRaw);

/** The largest workbook that is read: more rows than this belong in a CSV, which is read as a stream. */
const MOST_UNPACKED_BYTES = 150_000_000;

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const FILE_HEADER = 0x04034b50;
const DESCRIPTOR_LENGTHS: readonly number[] = [12, 16, 20, 24];

interface PackedFile {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly offset: number;
}

function broken(path: string, what: string): WellplacedError {
  return new WellplacedError(
    'workbook-broken',
    `${path} is not a whole Excel workbook: ${what}.`,
    'Open it in Excel, save it again as .xlsx or CSV, and import that.',
  );
}

function tooLarge(path: string): WellplacedError {
  return new WellplacedError(
    'workbook-too-large',
    `${path} unpacks to more than ${MOST_UNPACKED_BYTES / 1_000_000} MB.`,
    'Save the sheet as CSV, which may be of any size, and import that.',
  );
}

/** The files that the archive's directory lists, in the order in which they lie. */
function directoryOf(bytes: Buffer, path: string): readonly PackedFile[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== DIRECTORY_END) {
    throw broken(path, 'its end is missing');
  }
  const files: PackedFile[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      throw broken(path, 'its directory cannot be read');
    }
    const nameLength = bytes.readUInt16LE(at + 28);
    files.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files.sort((one, other) => one.offset - other.offset);
}

/** Where a file's packed bytes start; the files must lie end to end, so that nothing is hidden between them. */
function contentStart(bytes: Buffer, file: PackedFile, earliest: number, path: string): number {
  const gap = file.offset - earliest;
  const follows = gap === 0 || (earliest > 0 && DESCRIPTOR_LENGTHS.includes(gap));
  if (!follows || file.offset + 30 > bytes.length) throw broken(path, 'its parts do not fit');
  if (bytes.readUInt32LE(file.offset) !== FILE_HEADER) throw broken(path, 'its parts do not fit');
  return (
    file.offset + 30 + bytes.readUInt16LE(file.offset + 26) + bytes.readUInt16LE(file.offset + 28)
  );
}

async function unpackedBytes(packed: Buffer, file: PackedFile, allowed: number, path: string) {
  if (file.method === 0) return packed.length;
  if (file.method !== 8) throw broken(path, `${file.name} is packed in an unknown way`);
  try {
    return (await inflate(packed, { maxOutputLength: Math.max(1, allowed) })).length;
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(path);
    throw broken(path, `${file.name} cannot be unpacked`);
  }
}

/**
 * Makes sure that an archive is a whole workbook and of a size that can be read, by unpacking each
 * part under a limit: what an archive says of its own size is not to be trusted. Throws a
 * WellplacedError when it is not.
 */
export async function checkWorkbook(
  bytes: Buffer,
  path: string,
  mostBytes: number = MOST_UNPACKED_BYTES,
): Promise<void> {
  const files = directoryOf(bytes, path);
  if (!files.some(({ name }) => name === 'xl/workbook.xml')) {
    throw new WellplacedError(
      'archive-not-workbook',
      `${path} is a ZIP archive, not a workbook.`,
      'Unpack it and import the files inside.',
    );
  }
  let unpacked = 0;
  let earliest = 0;
  for (const file of files) {
    const start = contentStart(bytes, file, earliest, path);
    const end = start + file.packedBytes;
    if (end > bytes.length) throw broken(path, `${file.name} is cut short`);
    const allowed = mostBytes - unpacked;
    unpacked += await unpackedBytes(bytes.subarray(start, end), file, allowed, path);
    if (unpacked > mostBytes) throw tooLarge(path);
    earliest = end;
  }
}
