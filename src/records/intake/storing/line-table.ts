import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { ExtractLayout, ExtractRow } from './extract-layout.ts';
import { keyText } from './extract-writer.ts';
import type { StoredLine } from './lines-of-key.ts';
import { SAID_COLUMNS } from './row-layout.ts';
import { rowsAbout } from './rows-about.ts';

type Layout = Omit<ExtractLayout<never>, 'values'>;
type Values = readonly unknown[];

/** A table of which one key may have several lines. */
export class LineTable {
  readonly #tx: CouncilTransaction<RecordsTables>;
  readonly #layout: Layout;
  readonly #importId: string;
  readonly #labels: readonly number[];
  /** Whether any line was stored before what is being written now. */
  #held: boolean | undefined;

  constructor(tx: CouncilTransaction<RecordsTables>, layout: Layout, importId: string) {
    this.#tx = tx;
    this.#layout = layout;
    this.#importId = importId;
    this.#labels = layout.labels ?? [];
  }

  /** Whether labels tell the lines of one key apart. */
  get hasLabels(): boolean {
    return this.#labels.length > 0;
  }

  /** What names a line’s key, as one text. */
  keyOf(values: Values): string {
    return keyText(values, this.#layout.keyLength);
  }

  /** What a line says beside its key, as one text. */
  said(values: Values): string {
    return JSON.stringify(values.slice(this.#layout.keyLength));
  }

  /** What tells a line from others of its key, as one text. */
  labelsOf(values: Values): string {
    return this.#labels.length === 0 ? '' : JSON.stringify(this.#labels.map((at) => values[at]));
  }

  /** Looks anew whether any line is held. */
  lookAgain(): void {
    this.#held = undefined;
  }

  /** The stored lines of the keys of some rows, in order; without a query while there were none. */
  async stored(rows: readonly ExtractRow[]): Promise<ReadonlyMap<string, readonly StoredLine[]>> {
    const { table, columns, keyLength, lookUp } = this.#layout;
    const found = new Map<string, StoredLine[]>();
    this.#held ??= (await this.#some()) !== undefined;
    if (!this.#held) return found;
    const stored = await rowsAbout(
      this.#tx,
      table,
      [...columns, 'occurrence', 'import_id'],
      lookUp.column,
      rows.map(({ values }) => values[lookUp.position]),
    );
    const occurrence = (row: readonly unknown[]) => Number(row[columns.length]);
    for (const row of stored.sort((one, other) => occurrence(one) - occurrence(other))) {
      const key = keyText(row, keyLength);
      const lines = found.get(key) ?? [];
      const values = row.slice(0, columns.length);
      lines.push({
        occurrence: occurrence(row),
        said: this.said(values),
        labels: this.labelsOf(values),
        ofThisImport: row.at(-1) === this.#importId,
        isInEarlierFile: row.at(-1) === this.#importId,
      });
      found.set(key, lines);
    }
    return found;
  }

  /** Adds lines, each with its occurrence and where it is said. */
  async insert(rows: readonly Values[]): Promise<void> {
    const columns = [...this.#layout.columns, 'occurrence', ...SAID_COLUMNS];
    await this.#tx.insertMany(this.#layout.table, columns, rows);
  }

  /** Writes a line over the stored one of its key and occurrence. */
  async update(line: Values): Promise<void> {
    const { table, columns, keyLength } = this.#layout;
    const all = [...columns, 'occurrence', ...SAID_COLUMNS];
    const places = all.map((name, at) => `${name} = $${at + 2}`);
    const named = [...places.slice(0, keyLength), places[columns.length]];
    const set = places.filter((_, at) => at >= keyLength && at !== columns.length);
    await this.#tx.rows(
      `update ${table} set ${set.join(', ')} where authority_id = $1 and ${named.join(' and ')}`,
      [this.#tx.authority, ...line],
    );
  }

  async #some(): Promise<unknown[] | undefined> {
    const [row] = await this.#tx.rows(
      `select 1 from ${this.#layout.table} where authority_id = $1 limit 1`,
      [this.#tx.authority],
    );
    return row;
  }
}
