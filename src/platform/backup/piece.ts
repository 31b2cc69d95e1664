import { createHash } from 'node:crypto';

/** A row: each value as the database writes it. */
export type StoredRow = readonly (string | null)[];

/** Some rows of one table, of one council where the table is a council's. */
export interface Piece {
  readonly table: string;
  readonly council: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly StoredRow[];
}

/** How many rows a table has, and a fingerprint of them that does not depend on their order. */
export interface TableCount {
  readonly rows: number;
  readonly fingerprint: string;
}

export type Counts = Readonly<Record<string, TableCount>>;

const MODULUS = 2n ** 256n;

/** Counts rows while they pass, table by table. */
export class Tally {
  readonly #tables = new Map<string, { rows: number; sum: bigint }>();

  add({ table, columns, rows }: Piece): void {
    const counted = this.#tables.get(table) ?? { rows: 0, sum: 0n };
    const order = columns
      .map((name, at) => [name, at] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    for (const row of rows) {
      const given = order.flatMap(([name, at]) => (row[at] === null ? [] : [[name, row[at]]]));
      const hash = createHash('sha256').update(JSON.stringify(given)).digest('hex');
      counted.rows += 1;
      counted.sum = (counted.sum + BigInt(`0x${hash}`)) % MODULUS;
    }
    this.#tables.set(table, counted);
  }

  counts(): Counts {
    const entries = [...this.#tables].map(([table, { rows, sum }]) => [
      table,
      { rows, fingerprint: sum.toString(16).padStart(64, '0') },
    ]);
    return Object.fromEntries(entries);
  }
}

/** The tables whose rows are not the same on both sides; empty when all are. */
export function differing(one: Counts, other: Counts): readonly string[] {
  const tables = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return tables.filter((table) => {
    const [a, b] = [one[table], other[table]];
    return (a?.rows ?? 0) !== (b?.rows ?? 0) || (a?.fingerprint ?? '') !== (b?.fingerprint ?? '');
  });
}
