import type { Random } from '../../src/records/demonstration/random.ts';
import { unzip, zip } from './zip-parts.ts';

/** Bytes that mean something to a parser, beside those that chance gives. */
const TELLING = [...'"\'<>&;,\t\r\n\0=#!?/[]\u00ff']
  .map((sign) => sign.charCodeAt(0))
  .concat([0xff, 0xfe, 0x80]);

/** Texts that break what stands about them, or stand for sizes nobody has. */
const TEXTS = [
  ...['"', '""', '<', '</', '<![CDATA[', '<!--', '<!DOCTYPE a [<!ENTITY b "c">]>', '&b;', '&#0;'],
  ...['&#x110000;', 'r="XFD1048576"', 'r="ZZZZZZZ1"', 'r="A999999999"', '99999999999', '-1', 'NaN'],
  ...['#REF!', '\u0000', '\uFEFF', '\u202e', '=1+1', 'sep=;\n', '\r', '\n\n', ',,,,,,,,,,'],
];

function someByte(random: Random): number {
  return random.chance(0.5) ? random.pick(TELLING) : random.whole(0, 255);
}

type Change = (bytes: Buffer, at: number, random: Random) => Buffer;

const CHANGES: readonly Change[] = [
  (bytes, at, random) => {
    const changed = Buffer.from(bytes);
    changed[at] = someByte(random);
    return changed;
  },
  (bytes, at, random) => {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ (1 << random.whole(0, 7));
    return changed;
  },
  (bytes, at) => bytes.subarray(0, at),
  (bytes, at, random) =>
    Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random.whole(1, 40))]),
  (bytes, at, random) => {
    const again = bytes.subarray(at, at + random.whole(1, 200));
    return Buffer.concat([bytes.subarray(0, at), again, bytes.subarray(at)]);
  },
  (bytes, at, random) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.from(random.pick(TEXTS)), bytes.subarray(at)]),
  (bytes, at, random) => {
    const changed = Buffer.from(bytes);
    if (at + 4 <= changed.length) {
      changed.writeUInt32LE(random.pick([0, 1, 0x7fffffff, 0xffffffff]), at);
    }
    return changed;
  },
];

/** The bytes with one to four faults in them. */
export function damaged(bytes: Buffer, random: Random): Buffer {
  let changed = bytes;
  for (let fault = random.whole(1, 4); fault > 0 && changed.length > 0; fault -= 1) {
    changed = random.pick(CHANGES)(changed, random.whole(0, changed.length - 1), random);
  }
  return changed;
}

/** A workbook of which one part is damaged, lost, doubled or put in another's place, in an archive that is whole. */
export function damagedInParts(workbook: Buffer, random: Random): Buffer {
  const parts = unzip(workbook);
  const at = random.whole(0, parts.length - 1);
  const part = parts[at];
  if (part === undefined) return workbook;
  const other = random.pick(parts);
  const instead = random.pick([
    () => [{ ...part, content: damaged(part.content, random) }],
    () => [{ ...part, content: damaged(part.content, random) }],
    () => [],
    () => [part, part],
    () => [{ ...part, content: other.content }],
    () => [{ ...part, name: other.name }],
    () => [{ ...part, content: Buffer.alloc(0) }],
  ])();
  return zip([...parts.slice(0, at), ...instead, ...parts.slice(at + 1)]);
}
