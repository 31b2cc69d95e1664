import type { RowFinding } from './rejection.ts';
import { linesInWords } from './uneven-row.ts';

/** The letter that stands where a program could not read one. */
const LOST = '\uFFFD';

/** The two bytes of a letter of UTF-8 read as two letters of Windows-1252: “Ã«” for “ë”, “Â£” for “£”. */
const TWO_FOR_ONE =
  /[ÂÃ][\u0080-\u00BF\u20AC\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u017D\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u017E\u0178]/;

interface Seen {
  count: number;
  readonly lines: number[];
}

function noteLine(seen: Seen, line: number): void {
  seen.count += 1;
  if (seen.lines.length < 5) seen.lines.push(line);
}

/** Looks through the text of a file for letters that were lost or changed before it came here, or that are written in two encodings at once. */
export class GarbledText {
  readonly #lost: Seen = { count: 0, lines: [] };
  readonly #changed: Seen = { count: 0, lines: [] };

  /** Looks at the next piece of the text, which starts on the line. */
  look(text: string, line: number): void {
    if (!text.includes(LOST) && !text.includes('Ã') && !text.includes('Â')) return;
    text.split(/\r\n|\n|\r/).forEach((part, at) => {
      if (part.includes(LOST)) noteLine(this.#lost, line + at);
      else if (TWO_FOR_ONE.test(part)) noteLine(this.#changed, line + at);
    });
  }

  /** Looks at the cells of a row of a workbook. */
  lookAtCells(cells: readonly string[], line: number): void {
    if (cells.some((cell) => cell.includes(LOST))) noteLine(this.#lost, line);
    else if (cells.some((cell) => TWO_FOR_ONE.test(cell))) noteLine(this.#changed, line);
  }

  /** What was found in the file of the path. */
  findings(path: string): readonly RowFinding[] {
    const found = (rule: string, { count, lines }: Seen, what: string): RowFinding[] =>
      count === 0
        ? []
        : [
            {
              line: lines[0] ?? 0,
              childId: undefined,
              rule,
              severity: 'warning',
              column: null,
              value: null,
              message: `${path} ${what} (${linesInWords(lines, count)}); they are kept as they stand. Export it again as UTF-8.`,
            },
          ];
    return [
      ...found('letters-lost', this.#lost, 'has letters that could not be read and were lost'),
      ...found(
        'letters-garbled',
        this.#changed,
        'has letters written in two encodings, or in the wrong one, such as “Ã«” for “ë”',
      ),
    ];
  }
}
