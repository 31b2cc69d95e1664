import { listed, oneOrMore } from '../../../core/english.ts';

/** A part of an amount before its thousands comma, and the part after it. */
const BEFORE_COMMA = /^[-(£\s]*\d{1,3}$/;
const AFTER_COMMA = /^\d{3}(?:\.\d+)?\)?$/;
const AFTER_COMMA_WITH_PENCE = /^\d{3}\.\d\d\)?$/;

/** Two neighbouring values that look like one amount, parted by its own thousands comma; undefined when there are none. */
export function partedAmount(
  cells: readonly string[],
  withPence: boolean,
): readonly [string, string] | undefined {
  const after = withPence ? AFTER_COMMA_WITH_PENCE : AFTER_COMMA;
  const at = cells.findIndex(
    (cell, place) => BEFORE_COMMA.test(cell.trim()) && after.test(cells[place + 1]?.trim() ?? ''),
  );
  return at === -1 ? undefined : [cells[at]?.trim() ?? '', cells[at + 1]?.trim() ?? ''];
}

/** Says of a row how its width differs from the header's. */
export function widthFault(cells: readonly string[], width: number): string {
  const values = oneOrMore(cells.length, 'value');
  const fault = `The row has ${cells.length} ${values} where the header has ${width} columns`;
  const [only = ''] = cells;
  if (cells.length === 1 && only.split(/[,;\t|]/).length >= width) {
    return `${fault}; the whole line stands in one pair of quotation marks: take these away`;
  }
  const amount = cells.length > width ? partedAmount(cells, false) : undefined;
  if (amount === undefined) return fault;
  return `${fault}; ${amount.join(' and ')} may be one amount, parted by its own comma: write ${amount.join('')}`;
}

/** Lines in words: `line 4`, `lines 2, 3, 5, 8, 9 and 20 more`. */
export function linesInWords(lines: readonly number[], count: number = lines.length): string {
  const shown = lines.slice(0, 5);
  if (count === 1) return `line ${shown[0]}`;
  return count > shown.length
    ? `lines ${shown.join(', ')} and ${count - shown.length} more`
    : `lines ${listed(shown.map(String))}`;
}
