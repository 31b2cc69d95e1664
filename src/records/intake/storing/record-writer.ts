import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { ExtractLayout, ExtractRow } from './extract-layout.ts';
import {
  type ExtractWriter,
  keyText,
  NOTHING_STORED,
  type RowNote,
  type RowsStored,
  sameValues,
} from './extract-writer.ts';
import type { NamedRows } from './named-rows.ts';
import { SAID_COLUMNS } from './row-layout.ts';
import { rowsAbout } from './rows-about.ts';

type Layout = Omit<ExtractLayout<never>, 'values'>;
type Row = readonly unknown[];
type Transaction = CouncilTransaction<RecordsTables>;

async function storedRows(
  tx: Transaction,
  layout: Layout,
  rows: Iterable<ExtractRow>,
): Promise<Map<string, Row>> {
  const { column, position } = layout.lookUp;
  const named = Array.from(rows, ({ values }) => values[position]);
  const stored = await rowsAbout(tx, layout.table, [...layout.columns, 'import_id'], column, named);
  return new Map(stored.map((row) => [keyText(row, layout.keyLength), row]));
}

async function update(tx: Transaction, layout: Layout, row: Row): Promise<void> {
  const settings = layout.columns
    .concat(SAID_COLUMNS)
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
  readonly line: number;
  readonly file: number;
}

const OTHERWISE = 'with other values: the last row is kept';
const THE_SAME = 'with the same values: one is kept';

/**
 * Stores records of which there is one for each key. All are offered as new; only where some were
 * there already are the standing rows read. Of a record named more than once in an import the last
 * row stands, so that the same files twice come to the same; what differs from the store in the end
 * is updated, each row with its own audit entry.
 */
export class RecordWriter implements ExtractWriter {
  readonly #tx: Transaction;
  readonly #layout: Layout;
  readonly #importId: string;
  /** Told of every record that the files name; absent where they are not whole. */
  readonly #named: NamedRows | undefined;
  readonly #differences = new Map<string, Difference>();
  /** The line on which this file last named each record; of directories, which are large, only those of one batch. */
  #lines = new Map<string, number>();

  constructor(tx: Transaction, layout: Layout, importId: string, named: NamedRows | undefined) {
    this.#tx = tx;
    this.#layout = layout;
    this.#importId = importId;
    this.#named = named;
  }

  async add(rows: readonly ExtractRow[], file: number): Promise<RowsStored> {
    const { table, columns, keyLength } = this.#layout;
    const last = new Map<string, ExtractRow>();
    const notes: RowNote[] = [];
    const earlier = new Map<string, number>();
    for (const row of rows) {
      const key = keyText(row.values, keyLength);
      const line = this.#lines.get(key);
      const before = last.get(key);
      if (before !== undefined) {
        notes.push(this.#note(row, before.line, sameValues(row.values, before.values)));
      } else if (line !== undefined) {
        earlier.set(key, line);
      }
      last.set(key, row);
      this.#named?.add(key);
      this.#named?.parts.add(this.#layout.partOf?.(row.values) ?? '');
      this.#lines.set(key, row.line);
    }
    const offered = Array.from(last.values(), ({ values, line }) => [
      ...[...values, this.#importId, file, line],
    ]);
    const options = { onConflict: 'ignore' } as const;
    const added = await this.#tx.insertMany(table, [...columns, ...SAID_COLUMNS], offered, options);
    if (added < last.size) notes.push(...(await this.#compare(last, file, earlier)));
    if (this.#layout.childAt === undefined && table !== 'budget') this.#lines.clear();
    return { added, changed: 0, superseded: notes.length, notes };
  }

  #note({ values, line }: ExtractRow, earlier: number | undefined, same: boolean): RowNote {
    const key = values.slice(0, this.#layout.keyLength);
    const rule = same ? 'rows-identical' : 'record-named-again';
    return { rule, key, line, earlier, outcome: same ? THE_SAME : OTHERWISE };
  }

  async #compare(
    rows: ReadonlyMap<string, ExtractRow>,
    file: number,
    earlier: ReadonlyMap<string, number>,
  ): Promise<readonly RowNote[]> {
    const notes: RowNote[] = [];
    const stored = await storedRows(this.#tx, this.#layout, rows.values());
    for (const [key, row] of rows) {
      const stands = stored.get(key);
      if (stands === undefined) continue;
      const pending = this.#differences.get(key);
      this.#differences.delete(key);
      const before = earlier.get(key);
      const same = sameValues(row.values, stands);
      const alike = sameValues(row.values, pending?.row ?? stands);
      const inOtherFile = pending !== undefined || stands.at(-1) === this.#importId;
      if (before !== undefined || (inOtherFile && !alike))
        notes.push(this.#note(row, before, alike));
      if (!same) this.#differences.set(key, { row: row.values, line: row.line, file });
    }
    return notes;
  }

  async endFile(): Promise<RowsStored> {
    this.#lines = new Map();
    return NOTHING_STORED;
  }

  async finish(changed: (file: number) => void): Promise<void> {
    for (const { row, line, file } of this.#differences.values()) {
      await update(this.#tx, this.#layout, [...row, this.#importId, file, line]);
      changed(file);
    }
    this.#differences.clear();
  }
}
