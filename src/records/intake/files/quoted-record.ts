/** Where a value in quotation marks ends: the mark that closes it, and where the next delimiter stands. */
interface Closing {
  readonly mark: number;
  readonly next: number;
  readonly escaped: boolean;
}

function pastSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at += 1;
  return at;
}

/**
 * Looks for the mark that closes a value which is open at `from`: 'open' when the text ends before
 * it; a number, its place, when a mark closes nothing (an inch mark, a nickname).
 */
function closingOf(text: string, from: number, delimiter: string): Closing | number | 'open' {
  let escaped = false;
  for (let mark = text.indexOf('"', from); mark !== -1; mark = text.indexOf('"', mark + 2)) {
    if (text[mark + 1] !== '"') {
      const next = pastSpaces(text, mark + 1);
      return next === text.length || text[next] === delimiter ? { mark, next, escaped } : mark;
    }
    escaped = true;
  }
  return 'open';
}

/**
 * Splits one record that holds quotation marks, into no more values than `most`. A mark opens a
 * value only where one starts, spaces aside; elsewhere it belongs to the text. Undefined when a
 * value is still open at the end.
 */
export function splitQuoted(text: string, delimiter: string, most: number): string[] | undefined {
  const cells: string[] = [];
  let at = 0;
  while (cells.length < most) {
    const start = pastSpaces(text, at);
    const closing = text[start] === '"' ? closingOf(text, start + 1, delimiter) : at;
    if (closing === 'open') return undefined;
    let next: number;
    if (typeof closing === 'number') {
      const end = text.indexOf(delimiter, closing);
      next = end === -1 ? text.length : end;
      cells.push(text.slice(at, next));
    } else {
      const value = text.slice(start + 1, closing.mark);
      cells.push(closing.escaped ? value.replaceAll('""', '"') : value);
      next = closing.next;
    }
    if (next === text.length) return cells;
    at = next + 1;
  }
  return cells;
}

/**
 * What a line does to a value that the lines before it left open: 'stray' when it holds a mark that
 * closes nothing, so that the value was never meant to run on.
 */
export function afterLine(
  line: string,
  delimiter: string,
  most: number,
): 'open' | 'closed' | 'stray' {
  const closing = closingOf(line, 0, delimiter);
  if (closing === 'open') return 'open';
  if (typeof closing === 'number') return 'stray';
  if (closing.next === line.length) return 'closed';
  const rest = splitQuoted(line.slice(closing.next + 1), delimiter, most);
  return rest === undefined ? 'open' : 'closed';
}
