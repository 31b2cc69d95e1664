import { brokenWorkbook } from './workbook-errors.ts';

const END = 0x06054b50;
const END_LENGTH = 22;
const WIDE_LOCATOR = 0x07064b50;
const WIDE_END = 0x06064b50;
const ENTRY = 0x02014b50;
const WIDE_FIELD = 1;
/** Stands in four bytes whose value is kept in eight elsewhere (ZIP64). */
const KEPT_WIDE = 0xffffffff;

/** A part of an archive as its directory describes it. */
export interface PackedPart {
  readonly name: string;
  /** The name as its bytes stand in the archive. */
  readonly rawName: Buffer;
  readonly encrypted: boolean;
  /** 0 as it is, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Where the part's own header starts. */
  readonly offset: number;
}

function wide(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at));
}

/** Where an entry's eight-byte values start. */
function wideField(bytes: Buffer, from: number, end: number): number {
  for (let at = from; at + 4 <= end; at += 4 + bytes.readUInt16LE(at + 2)) {
    if (bytes.readUInt16LE(at) === WIDE_FIELD) return at + 4;
  }
  throw new RangeError('no ZIP64 field');
}

function entryAt(bytes: Buffer, at: number): { part: PackedPart; next: number } {
  if (bytes.readUInt32LE(at) !== ENTRY) throw new RangeError('no entry');
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const narrow = [24, 20, 42].map((from) => bytes.readUInt32LE(at + from));
  let from = narrow.includes(KEPT_WIDE) ? wideField(bytes, nameEnd, extraEnd) : 0;
  const [unpackedBytes = 0, packedBytes = 0, offset = 0] = narrow.map((value) => {
    if (value !== KEPT_WIDE) return value;
    from += 8;
    return wide(bytes, from - 8);
  });
  const rawName = bytes.subarray(at + 46, nameEnd);
  const part = {
    name: rawName.toString('utf8').replaceAll('\\', '/').replace(/^\//, ''),
    rawName,
    encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packedBytes,
    unpackedBytes,
    offset,
  };
  return { part, next: extraEnd + bytes.readUInt16LE(at + 32) };
}

/** Where the directory starts, and how many parts it lists. */
function directoryStart(bytes: Buffer, end: number): { at: number; count: number } {
  const at = bytes.readUInt32LE(end + 16);
  const count = bytes.readUInt16LE(end + 10);
  if (at !== KEPT_WIDE && count !== 0xffff) return { at, count };
  if (bytes.readUInt32LE(end - 20) !== WIDE_LOCATOR) return { at, count };
  const record = wide(bytes, end - 12);
  if (bytes.readUInt32LE(record) !== WIDE_END) throw new RangeError('no ZIP64 end');
  return { at: wide(bytes, record + 48), count: wide(bytes, record + 32) };
}

/** The parts that an archive's directory lists, in the order in which they lie. Throws a WellplacedError when the directory is damaged. */
export function zipDirectory(bytes: Buffer, path: string): readonly PackedPart[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + END_LENGTH > bytes.length || bytes.readUInt32LE(end) !== END) {
    throw brokenWorkbook(path, 'its end is missing');
  }
  const parts: PackedPart[] = [];
  try {
    let { at, count } = directoryStart(bytes, end);
    for (; count > 0; count -= 1) {
      const { part, next } = entryAt(bytes, at);
      parts.push(part);
      at = next;
    }
    const closed = at === end || bytes.readUInt32LE(at) === WIDE_END;
    if (!closed || end + END_LENGTH + bytes.readUInt16LE(end + 20) !== bytes.length) {
      throw new RangeError('something lies behind it');
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw brokenWorkbook(path, 'its directory cannot be read');
  }
  const names = parts.map(({ name }) => name.toLowerCase());
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw brokenWorkbook(path, `it holds ${twice} twice`);
  return parts.sort((one, other) => one.offset - other.offset);
}
