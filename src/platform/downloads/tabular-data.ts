import type { Pence } from '../../core/money.ts';
import type { PlainDate } from '../../core/plain-date.ts';

/** What the values of a column are: money is in pence, a decimal has at most four places. */
export type ColumnType = 'text' | 'whole' | 'money' | 'date' | 'decimal';

/** One column of a table, on a page or in a file. */
export interface TabularColumn {
  readonly key: string;
  readonly heading: string;
  readonly type: ColumnType;
  /** What it means, in a sentence or two, for the notes of a spreadsheet. */
  readonly about?: string;
  /** Whether what its rows come to means something, and stands under them in a spreadsheet. */
  readonly summed?: true;
}

/** A value of a cell; undefined and null are empty. */
export type CellValue = string | number | Pence | PlainDate | null | undefined;
export type TabularRow = Readonly<Record<string, CellValue>>;

/** A table as values: what a page shows and what a file holds are the same. Rows may come as a stream. */
export interface TabularData {
  /** What the table is, in words; the name of a spreadsheet's sheet. */
  readonly title: string;
  readonly columns: readonly TabularColumn[];
  readonly rows: Iterable<TabularRow> | AsyncIterable<TabularRow>;
}

/** What a spreadsheet says of itself in its notes: what is said, and what it says. */
export type WorkbookNote = readonly [what: string, said: string];

/** Whether the column holds amounts, which stand at the right. */
export function isNumeric(type: ColumnType): boolean {
  return type === 'whole' || type === 'money' || type === 'decimal';
}
