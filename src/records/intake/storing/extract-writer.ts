import type { ExtractRow } from './extract-layout.ts';

/** What there is to say of a row whose key another row has too: each becomes a finding. */
export interface RowNote {
  readonly rule:
    | 'record-named-again'
    | 'rows-identical'
    | 'budget-lines-summed'
    | 'payment-lines-fewer';
  /** The values that name the record. */
  readonly key: readonly unknown[];
  /** 0 when it is said of no line. */
  readonly line: number;
  /** The line of the same file that says the same or otherwise; undefined when it is in another file. */
  readonly earlier: number | undefined;
  /** What became of the rows, in words that end the sentence. */
  readonly outcome: string;
}

/** What became of some rows. */
export interface RowsStored {
  readonly added: number;
  readonly changed: number;
  /** Rows that gave way to another of the same record. */
  readonly superseded: number;
  readonly notes: readonly RowNote[];
}

export const NOTHING_STORED: RowsStored = { added: 0, changed: 0, superseded: 0, notes: [] };

/** Stores the rows of one kind of cost record or directory. */
export interface ExtractWriter {
  /** Takes some rows of a file, in the order of the file. */
  add(rows: readonly ExtractRow[], file: number): Promise<RowsStored>;
  /** Told that the file has no more rows. */
  endFile(): Promise<RowsStored>;
  /** Writes what could only be decided when all files were read; gives how many records of which file that changed. */
  finish(changed: (file: number) => void): Promise<void>;
}

/** The values that name a row's record, as one text. */
export function keyText(values: readonly unknown[], keyLength: number): string {
  return values.slice(0, keyLength).join('|');
}

/** Whether two rows of one layout say the same. */
export function sameValues(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.every((value, at) => {
    const stands = other[at];
    return Array.isArray(value) ? String(value) === String(stands) : value === stands;
  });
}
