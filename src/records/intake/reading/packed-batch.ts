import { deserialize, serialize } from 'node:v8';
import type { CheckedBatch } from '../files/rejection.ts';

type Row = CheckedBatch['rows'][number];

/** Rows of one kind as a table: each value once, and for each row and column which of them stands there. */
interface PackedRows {
  readonly lines: readonly number[];
  /** The names of the values beside the line; `undefined` when a row has them as an array, in the order of its module. */
  readonly names: readonly string[] | undefined;
  readonly width: number;
  readonly values: readonly unknown[];
  readonly places: Uint16Array | Uint32Array;
}

type Packed = Omit<CheckedBatch, 'rows'> & { readonly rows: PackedRows };

const MOST_OF_16_BITS = 65_536;

function packedRows(rows: readonly Row[]): PackedRows {
  const [first] = rows;
  const ofReturn = first !== undefined && 'values' in first;
  const names =
    first === undefined || ofReturn
      ? undefined
      : Object.keys(first).filter((name) => name !== 'line');
  const width = ofReturn ? first.values.length : (names?.length ?? 0);
  const known = new Map<unknown, number>();
  const places = new Uint32Array(rows.length * width);
  let at = 0;
  const put = (value: unknown) => {
    let place = known.get(value);
    if (place === undefined) {
      place = known.size;
      known.set(value, place);
    }
    places[at] = place;
    at += 1;
  };
  for (const row of rows) {
    if ('values' in row) for (const value of row.values) put(value);
    else for (const name of names ?? []) put((row as unknown as Record<string, unknown>)[name]);
  }
  return {
    lines: rows.map(({ line }) => line),
    names,
    width,
    values: [...known.keys()],
    places: known.size <= MOST_OF_16_BITS ? Uint16Array.from(places) : places,
  };
}

function unpackedRows({ lines, names, width, values, places }: PackedRows): readonly Row[] {
  return lines.map((line, row) => {
    const start = row * width;
    if (names !== undefined) {
      const named: Record<string, unknown> = { line };
      for (let at = 0; at < width; at += 1) {
        named[names[at] ?? ''] = values[places[start + at] ?? 0];
      }
      return named as unknown as Row;
    }
    const own = new Array<string | null>(width);
    for (let at = 0; at < width; at += 1) {
      own[at] = (values[places[start + at] ?? 0] as string | null) ?? null;
    }
    return { line, values: own };
  });
}

/**
 * A batch as the bytes in which it goes from the reading process to the storing one: a date or a
 * code that stands on thousands of rows is sent, and held by whoever receives it, once.
 */
export function packed(batch: CheckedBatch): Uint8Array {
  return serialize({ ...batch, rows: packedRows(batch.rows) });
}

/** The batch of such bytes. */
export function unpacked(bytes: Uint8Array): CheckedBatch {
  const batch = deserialize(bytes) as Packed;
  return { ...batch, rows: unpackedRows(batch.rows) } as CheckedBatch;
}
