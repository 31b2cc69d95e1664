import type { ExtractRow } from './extract-layout.ts';
import { sameValues } from './extract-writer.ts';
import { FirstLines } from './first-lines.ts';

/** A row that an earlier one of the same key and labels gave way to. */
export interface GaveWay {
  readonly row: ExtractRow;
  /** The line of the row that gave way. */
  readonly earlier: number;
  /** Whether both say the same. */
  readonly same: boolean;
}

/** The rows of one file by key and labels: of those that have the same the last stands. */
export class LabelledRows {
  readonly #nameOf: (values: readonly unknown[]) => string;
  /** On which line of the file each was named first. */
  readonly #lines = new FirstLines();
  /** Rows that one of an earlier batch has the key and labels of, which is stored by now; should two names ever agree in their numbers, of no row at all. */
  readonly again: ExtractRow[] = [];

  constructor(nameOf: (values: readonly unknown[]) => string) {
    this.#nameOf = nameOf;
  }

  /** Of a batch the rows to store now, each the last of its name. */
  lastOfEach(rows: readonly ExtractRow[], told: (gaveWay: GaveWay) => void): readonly ExtractRow[] {
    const last = new Map<string, ExtractRow>();
    for (const row of rows) {
      const name = this.#nameOf(row.values);
      const before = last.get(name);
      if (before === undefined && this.#lines.of(name) !== undefined) {
        this.again.push(row);
        continue;
      }
      if (before === undefined) this.#lines.note(name, 0, row.line);
      else told({ row, earlier: before.line, same: sameValues(before.values, row.values) });
      last.set(name, row);
    }
    return [...last.values()];
  }

  /** The line on which the file named what the row names first. */
  firstLine({ values }: ExtractRow): number | undefined {
    return this.#lines.of(this.#nameOf(values))?.line;
  }
}
