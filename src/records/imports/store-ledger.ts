import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { LedgerLayout } from './ledger-layout.ts';

type Layout = Omit<LedgerLayout<never>, 'values'>;
type Row = readonly unknown[];

function keyOf(layout: Layout, row: Row): string {
  return row.slice(0, layout.keyLength).join('|');
}

function same(one: Row, other: Row): boolean {
  return one.every((value, at) => {
    const stands = other[at];
    return Array.isArray(value) ? String(value) === String(stands) : value === stands;
  });
}

async function storedRows(
  tx: CouncilTransaction<RecordsTables>,
  layout: Layout,
  rows: Iterable<Row>,
): Promise<Map<string, Row>> {
  const { column, position } = layout.lookUp;
  const named = [...new Set([...rows].map((row) => row[position]))];
  const stored = await tx.rows(
    `select ${layout.columns.join(', ')}, import_id from ${layout.table}
     where authority_id = $1 and ${column} = any($2)`,
    [tx.authority, named],
  );
  return new Map(stored.map((row) => [keyOf(layout, row), row]));
}

async function update(
  tx: CouncilTransaction<RecordsTables>,
  layout: Layout,
  row: Row,
): Promise<void> {
  const settings = layout.columns
    .slice(layout.keyLength)
    .map((name, at) => `${name} = $${layout.keyLength + at + 2}`);
  const keys = layout.columns.slice(0, layout.keyLength).map((name, at) => `${name} = $${at + 2}`);
  await tx.rows(
    `update ${layout.table} set ${settings.join(', ')}
     where authority_id = $1 and ${keys.join(' and ')}`,
    [tx.authority, ...row],
  );
}

/** A row that says otherwise than what is stored, and the file it came from. */
interface Difference {
  readonly row: Row;
  readonly file: number;
}

/** What became of a batch. */
export interface BatchStored {
  readonly added: number;
  /** Records that this import has named before with other values: the earlier row gives way. */
  readonly again: readonly string[];
}

/**
 * Stores the rows of one kind of cost record or directory. All are offered as new; only where some
 * were there already are the standing rows read. Of a record named more than once in an import the
 * last row stands, so that the same files twice come to the same; what differs from the store in
 * the end is updated, each row with its own audit entry.
 */
export class LedgerWriter {
  readonly #tx: CouncilTransaction<RecordsTables>;
  readonly #layout: Layout;
  readonly #importId: string;
  readonly #differences = new Map<string, Difference>();

  constructor(tx: CouncilTransaction<RecordsTables>, layout: Layout, importId: string) {
    this.#tx = tx;
    this.#layout = layout;
    this.#importId = importId;
  }

  /** Takes some rows of a file. */
  async add(rows: readonly Row[], file: number): Promise<BatchStored> {
    const { table, columns } = this.#layout;
    const last = new Map<string, Row>();
    const again: string[] = [];
    for (const row of rows) {
      const key = keyOf(this.#layout, row);
      if (last.has(key)) again.push(key);
      last.set(key, row);
    }
    const offered = Array.from(last.values(), (row) => [...row, this.#importId]);
    const options = { onConflict: 'ignore' } as const;
    const added = await this.#tx.insertMany(table, [...columns, 'import_id'], offered, options);
    if (added < last.size) again.push(...(await this.#compare(last, file)));
    return { added, again };
  }

  async #compare(rows: ReadonlyMap<string, Row>, file: number): Promise<readonly string[]> {
    const again: string[] = [];
    const stored = await storedRows(this.#tx, this.#layout, rows.values());
    for (const [key, row] of rows) {
      const stands = stored.get(key);
      if (stands === undefined) continue;
      const named = this.#differences.delete(key);
      if (same(row, stands)) {
        if (named) again.push(key);
        continue;
      }
      if (named || stands.at(-1) === this.#importId) again.push(key);
      this.#differences.set(key, { row, file });
    }
    return again;
  }

  /** Writes what differs over what was stored; gives how many records of which file that changed. */
  async finish(changed: (file: number) => void): Promise<void> {
    for (const { row, file } of this.#differences.values()) {
      await update(this.#tx, this.#layout, row);
      changed(file);
    }
    this.#differences.clear();
  }
}
