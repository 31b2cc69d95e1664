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
import { hashOf } from './hash-of.ts';
import { KeysOfFile } from './keys-of-file.ts';
import { LabelledRows } from './labelled-rows.ts';
import { LineTable } from './line-table.ts';
import { linesChanged } from './lines-changed.ts';
import type { StoredLine } from './lines-of-key.ts';
import { NamedRows } from './named-rows.ts';

type Layout = Omit<ExtractLayout<never>, 'values'>;
type Values = readonly unknown[];

const ALIKE = 'with the same values: both are kept and counted';
const THE_SAME = 'with the same values: one is kept';
const OTHERWISE = 'with other values: the last file’s line is kept';
const LAST_ROW = 'with other values: the last row is kept';

interface Pending {
  readonly row: ExtractRow;
  readonly file: number;
  readonly line: StoredLine;
}

/** What the lines of one import are to be held against. */
export interface LineStore {
  readonly tx: CouncilTransaction<RecordsTables>;
  readonly importId: string;
  /** Whether a file holds only what was turned away before, so that it changes no other line. */
  readonly addsOnly: (file: number) => boolean;
  /** Told of every line that the files name; absent where they are not whole. */
  readonly named: NamedRows | undefined;
}

/**
 * Stores rows of which one key may have several lines: payments, alike to the penny (an invoice split
 * over cost centres, a credit beside a charge, a true double), and cost elements, told from one another
 * by their labels (provider, cost centre and subjective). Each line is named by its key and by which
 * of the key's lines it is, so that the same file twice changes nothing, and another order of its
 * lines neither; a line whose labels changed is the same line, changed.
 */
export class LineWriter implements ExtractWriter {
  readonly #layout: Layout;
  readonly #store: LineStore;
  readonly #table: LineTable;
  readonly #labels: readonly number[];
  #file = -1;
  #keys = new KeysOfFile();
  /** Lines that say what no stored line of their key says. */
  #open: ExtractRow[] = [];
  #labelled: LabelledRows;
  /** Where lines have labels: what stored lines are to say in the end, by key and occurrence; a later file may say otherwise. */
  readonly #pending = new Map<string, Pending>();
  /** The lines that the import has, where lines have labels; the same once a file is over. */
  readonly #said = new NamedRows();
  #before: NamedRows | undefined;

  constructor(layout: Layout, store: LineStore) {
    this.#layout = layout;
    this.#store = store;
    this.#table = new LineTable(store.tx, layout, store.importId);
    this.#labels = layout.labels ?? [];
    this.#labelled = this.#noLabels();
  }

  async add(rows: readonly ExtractRow[], file: number): Promise<RowsStored> {
    this.#file = file;
    const notes: RowNote[] = [];
    const first = this.#lastOfEach(rows, notes);
    const stored = await this.#stored(first);
    const added: Values[] = [];
    for (const row of first) {
      const key = keyText(row.values, this.#layout.keyLength);
      const words = this.#table.said(row.values);
      const said = hashOf(words);
      const lines = this.#keys.linesOf(key, said, row.line, stored.get(key));
      if (lines === undefined) {
        added.push(this.#row(row, 1));
        continue;
      }
      const earlier = lines.name(said, row.line);
      if (earlier !== undefined) notes.push(this.#note('rows-identical', row, earlier, ALIKE));
      const match = lines.match(words);
      if (match === 'open') this.#open.push(row);
      else if (match.added !== undefined) added.push(this.#row(row, match.added));
      else this.#name(key, match.stands);
    }
    await this.#table.insert(added);
    const superseded = notes.filter(({ outcome }) => outcome !== ALIKE).length;
    return { ...NOTHING_STORED, added: added.length, superseded, notes };
  }

  async endFile(): Promise<RowsStored> {
    const notes: RowNote[] = [];
    const added: Values[] = [];
    let superseded = 0;
    let changed = 0;
    const addsOnly = this.#store.addsOnly(this.#file);
    const changes = linesChanged(this.#open, this.#keys, this.#table, addsOnly);
    for (const { row, gives } of changes) {
      if (gives === undefined) {
        const lines = this.#keys.get(keyText(row.values, this.#layout.keyLength));
        if (lines !== undefined) added.push(this.#row(row, lines.newOccurrence()));
        continue;
      }
      const earlier = await this.#change(row, gives);
      if (this.#labels.length === 0 && !gives.ofThisImport) changed += 1;
      if (earlier) {
        superseded += 1;
        notes.push(this.#note('record-named-again', row, undefined, OTHERWISE));
      }
    }
    await this.#table.insert(added);
    let alone = 0;
    for (const row of this.#labelled.again) {
      const note = await this.#nameAgain(row);
      if (note === undefined) alone += 1;
      else notes.push(note);
    }
    superseded += this.#labelled.again.length - alone;
    const whole = this.#store.named !== undefined || addsOnly;
    if (!whole && this.#labels.length === 0) notes.push(...this.#keys.fewerLines());
    this.#table.lookAgain();
    if (this.#labels.length > 0) this.#before = this.#said;
    this.#open = [];
    this.#keys = new KeysOfFile();
    this.#labelled = this.#noLabels();
    return { added: added.length + alone, changed, superseded, notes };
  }

  async finish(changed: (file: number) => void): Promise<void> {
    for (const { row, file, line } of this.#pending.values()) {
      await this.#table.update(this.#row(row, line.occurrence, file));
      if (!line.ofThisImport) changed(file);
    }
    this.#pending.clear();
  }

  /** Has a stored line say what the row says: at once, or in the end where a later row of its labels may say otherwise. Gives whether the import had it otherwise before. */
  async #change(row: ExtractRow, line: StoredLine): Promise<boolean> {
    const key = keyText(row.values, this.#layout.keyLength);
    this.#name(key, line.occurrence);
    if (this.#labels.length === 0) {
      await this.#table.update(this.#row(row, line.occurrence));
      return line.ofThisImport;
    }
    const name = `${key}|${line.occurrence}`;
    const before = this.#pending.get(name);
    const stored = before?.line ?? line;
    if (this.#table.said(row.values) === stored.said) this.#pending.delete(name);
    else this.#pending.set(name, { row, file: this.#file, line: stored });
    return line.isInEarlierFile;
  }

  /** The stored lines of the keys of some rows, those that an earlier file changes as they will be. */
  async #stored(rows: readonly ExtractRow[]): Promise<ReadonlyMap<string, readonly StoredLine[]>> {
    const stored = await this.#table.stored(rows);
    if (this.#pending.size === 0 && this.#before === undefined) return stored;
    const becomes = (key: string, line: StoredLine): StoredLine => {
      const name = `${key}|${line.occurrence}`;
      const isInEarlierFile = line.isInEarlierFile || this.#before?.has(name) === true;
      const values = this.#pending.get(name)?.row.values;
      if (values === undefined) return { ...line, isInEarlierFile };
      const [said, labels] = [this.#table.said(values), this.#table.labelsOf(values)];
      return { ...line, said, labels, isInEarlierFile: true };
    };
    return new Map(
      Array.from(stored, ([key, lines]) => [key, lines.map((line) => becomes(key, line))]),
    );
  }

  #noLabels(): LabelledRows {
    const { keyLength } = this.#layout;
    return new LabelledRows(
      (values) => `${keyText(values, keyLength)}|${this.#table.labelsOf(values)}`,
    );
  }

  /** The rows of a batch to store now; those that give way to a later one are noted. */
  #lastOfEach(rows: readonly ExtractRow[], notes: RowNote[]): readonly ExtractRow[] {
    if (this.#labels.length === 0) return rows;
    return this.#labelled.lastOfEach(rows, ({ row, earlier, same }) => {
      const rule = same ? 'rows-identical' : 'record-named-again';
      notes.push(this.#note(rule, row, earlier, same ? THE_SAME : LAST_ROW));
    });
  }

  /** Has the last of several lines with the same labels stand; undefined where there is none before it, so that it is new. */
  async #nameAgain(row: ExtractRow): Promise<RowNote | undefined> {
    const { keyLength } = this.#layout;
    const key = keyText(row.values, keyLength);
    const labels = this.#table.labelsOf(row.values);
    this.#table.lookAgain();
    const lines = (await this.#stored([row])).get(key) ?? [];
    const standing = lines.find((line) => line.labels === labels);
    if (standing === undefined) {
      const occurrence = Math.max(0, ...lines.map((line) => line.occurrence)) + 1;
      await this.#table.insert([this.#row(row, occurrence)]);
      return undefined;
    }
    const earlier = this.#labelled.firstLine(row);
    if (standing.said === this.#table.said(row.values)) {
      return this.#note('rows-identical', row, earlier, THE_SAME);
    }
    await this.#change(row, standing);
    return this.#note('record-named-again', row, earlier, LAST_ROW);
  }

  #note(rule: RowNote['rule'], row: ExtractRow, earlier: number | undefined, outcome: string) {
    const labels = this.#labels.map((at) => row.values[at]);
    const key = [...row.values.slice(0, this.#layout.keyLength), ...labels];
    return { rule, key, line: row.line, earlier, outcome };
  }

  #name(key: string, occurrence: number | undefined): void {
    this.#store.named?.add(`${key}|${occurrence}`);
    if (this.#labels.length > 0) this.#said.add(`${key}|${occurrence}`);
  }

  /** A line as its row is written, named as of this import. */
  #row({ values, line }: ExtractRow, occurrence: number, file = this.#file): Values {
    this.#name(keyText(values, this.#layout.keyLength), occurrence);
    return [...values, occurrence, this.#store.importId, file, line];
  }
}
