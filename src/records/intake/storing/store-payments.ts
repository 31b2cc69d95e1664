import { oneOrMore } from '../../../core/english.ts';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { ExtractLayout, ExtractRow } from './extract-layout.ts';
import {
  type ExtractWriter,
  keyText,
  NOTHING_STORED,
  type RowNote,
  type RowsStored,
} from './extract-writer.ts';
import { PaymentLines, type StoredLine } from './payment-lines.ts';

type Layout = Omit<ExtractLayout<never>, 'values'>;
type Values = readonly unknown[];

const ALIKE = 'with the same values: both are kept and counted';
const OTHERWISE = 'with other values: the last file’s line is kept';

/**
 * Stores payments, of which one reference may have several lines for one child, element and period,
 * alike to the penny (an invoice split over cost centres, a credit beside a charge, a true double).
 * Each line is a payment, named by its key and by which of the key's lines it is, so that the same
 * file twice changes nothing, and another order of its lines neither.
 */
export class PaymentWriter implements ExtractWriter {
  readonly #tx: CouncilTransaction<RecordsTables>;
  readonly #layout: Layout;
  readonly #importId: string;
  /** Whether a file holds only what was turned away before, so that it changes no other line. */
  readonly #addsOnly: (file: number) => boolean;
  #file: number | undefined;
  /** Whether any payment was stored before this file. */
  #held: boolean | undefined;
  #keys = new Map<string, PaymentLines>();
  /** Lines that say what no stored line of their key says. */
  #open: ExtractRow[] = [];

  constructor(
    tx: CouncilTransaction<RecordsTables>,
    layout: Layout,
    importId: string,
    addsOnly: (file: number) => boolean,
  ) {
    this.#tx = tx;
    this.#layout = layout;
    this.#importId = importId;
    this.#addsOnly = addsOnly;
  }

  async add(rows: readonly ExtractRow[], file: number): Promise<RowsStored> {
    this.#file = file;
    const stored = await this.#stored(rows);
    const notes: RowNote[] = [];
    const added: Values[] = [];
    for (const row of rows) {
      const key = keyText(row.values, this.#layout.keyLength);
      const said = () => this.#said(row.values);
      const lines = this.#keys.get(key) ?? new PaymentLines(said, row.line, stored.get(key) ?? []);
      this.#keys.set(key, lines);
      const earlier = lines.name(said, row.line);
      if (earlier !== undefined) notes.push(this.#note('rows-identical', row, earlier, ALIKE));
      const match = lines.match(said);
      if (match === 'open') this.#open.push(row);
      else if (match !== 'stands') added.push([...row.values, match.occurrence, this.#importId]);
    }
    await this.#insert(added);
    return { ...NOTHING_STORED, added: added.length, notes };
  }

  async endFile(): Promise<RowsStored> {
    const notes: RowNote[] = [];
    const added: Values[] = [];
    const addsOnly = this.#file !== undefined && this.#addsOnly(this.#file);
    const left = new Map<string, StoredLine[]>();
    let superseded = 0;
    let changed = 0;
    for (const row of this.#open) {
      const key = keyText(row.values, this.#layout.keyLength);
      const lines = this.#keys.get(key);
      if (lines === undefined) continue;
      const free = left.get(key) ?? (addsOnly ? [] : lines.left().reverse());
      left.set(key, free);
      const gives = free.pop();
      if (gives === undefined) {
        added.push([...row.values, lines.newOccurrence(), this.#importId]);
        continue;
      }
      await this.#update([...row.values, gives.occurrence]);
      if (!gives.ofThisImport) changed += 1;
      else {
        superseded += 1;
        notes.push(this.#note('record-named-again', row, undefined, OTHERWISE));
      }
    }
    await this.#insert(added);
    if (!addsOnly) notes.push(...this.#fewer());
    this.#held = undefined;
    this.#open = [];
    this.#keys = new Map();
    return { added: added.length, changed, superseded, notes };
  }

  async finish(): Promise<void> {
    // Every line was decided at the end of its file.
  }

  #said(values: Values): string {
    return JSON.stringify(values.slice(this.#layout.keyLength));
  }

  #note(rule: RowNote['rule'], row: ExtractRow, earlier: number | undefined, outcome: string) {
    const key = row.values.slice(0, this.#layout.keyLength);
    return { rule, key, line: row.line, earlier, outcome };
  }

  /** Keys of which more lines are held than the file has. */
  #fewer(): readonly RowNote[] {
    return [...this.#keys].flatMap(([key, { named, stored }]) => {
      if (named >= stored) return [];
      const outcome = `on ${named} ${oneOrMore(named, 'line')}, and ${stored} are held: the others still count`;
      return [
        { rule: 'payment-lines-fewer', key: key.split('|'), line: 0, earlier: undefined, outcome },
      ] as const;
    });
  }

  /** The stored lines of the keys of some rows, in order; without a query while there were none before this file. */
  async #stored(rows: readonly ExtractRow[]): Promise<ReadonlyMap<string, readonly StoredLine[]>> {
    const { columns, keyLength, lookUp } = this.#layout;
    if (this.#held === undefined) {
      const [held] = await this.#tx.rows('select 1 from payment where authority_id = $1 limit 1', [
        this.#tx.authority,
      ]);
      this.#held = held !== undefined;
    }
    const found = new Map<string, StoredLine[]>();
    if (!this.#held) return found;
    const stored = await this.#tx.rows(
      `select ${columns.join(', ')}, occurrence, import_id from payment
       where authority_id = $1 and payment_ref = any($2) order by occurrence`,
      [this.#tx.authority, [...new Set(rows.map(({ values }) => values[lookUp.position]))]],
    );
    for (const row of stored) {
      const key = keyText(row, keyLength);
      const lines = found.get(key) ?? [];
      lines.push({
        occurrence: Number(row[columns.length]),
        said: this.#said(row.slice(0, columns.length)),
        ofThisImport: row.at(-1) === this.#importId,
      });
      found.set(key, lines);
    }
    return found;
  }

  async #insert(rows: readonly Values[]): Promise<void> {
    const columns = [...this.#layout.columns, 'occurrence', 'import_id'];
    await this.#tx.insertMany('payment', columns, rows);
  }

  async #update(values: Values): Promise<void> {
    const places = [...this.#layout.columns, 'occurrence'].map(
      (name, at) => `${name} = $${at + 2}`,
    );
    const { keyLength } = this.#layout;
    const named = [...places.slice(0, keyLength), places.at(-1)];
    await this.#tx.rows(
      `update payment set ${places.slice(keyLength, -1).join(', ')}
       where authority_id = $1 and ${named.join(' and ')}`,
      [this.#tx.authority, ...values],
    );
  }
}
