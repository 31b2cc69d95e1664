import { brokenWorkbook } from './workbook-errors.ts';
import type { Workbook } from './xlsx-book.ts';
import { numberText } from './xlsx-number.ts';
import { unescaped } from './xlsx-strings.ts';

/** A cell as its sheet holds it. */
export interface WrittenCell {
  /** `B7`. */
  readonly place: string;
  /** What its value is: a number unless it says otherwise. */
  readonly type: string;
  readonly style: number;
  /** Whether a formula stands in it. */
  readonly formula: boolean;
  readonly value: string;
}

/** Stands for a formula that no program has calculated, as spreadsheets write it: an error, which no column takes. */
const UNCALCULATED = '#CALC!';

const MIDNIGHT = /T00:00(?::00(?:\.0+)?)?Z?$/;

/** Whether the value beside a formula is none that was calculated: some writers put a nought there. */
function neverCalculated({ formula, type, value }: WrittenCell, book: Workbook): boolean {
  if (type === 'e') return value === '';
  if (!formula || type === 'str') return false;
  return value === '' || (book.uncalculated && value === '0');
}

/** The text of a cell as a CSV would have it; an error such as `#REF!` as it stands. */
export function cellText(cell: WrittenCell, book: Workbook, strings: readonly string[]): string {
  const { type, value, style } = cell;
  if (neverCalculated(cell, book)) return UNCALCULATED;
  if (value === '') return '';
  switch (type) {
    case 's': {
      const text = strings[Number(value)];
      if (text !== undefined) return text;
      throw brokenWorkbook(book.parts.path, `the text of cell ${cell.place} is missing`);
    }
    case 'str':
    case 'inlineStr':
      return unescaped(value);
    case 'b':
      return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    case 'd':
      return value.replace(MIDNIGHT, '').replace('T', ' ');
    case 'n':
      return numberText(value, book.forms[style] ?? 'value', book.from1904);
    default:
      return value;
  }
}
