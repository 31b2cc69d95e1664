import { inFigures, oneOrMore } from '../../../core/english.ts';
import { columnLetters } from './cell-place.ts';
import type { RowFinding } from './rejection.ts';

/** Values that stand in columns without a name, beside a table or in it, and so in no record: counted by column. */
export class UnnamedColumns {
  readonly #header: readonly string[];
  readonly #unnamed: readonly number[];
  readonly #seen = new Map<number, { line: number; count: number }>();

  constructor(header: readonly string[]) {
    this.#header = header;
    this.#unnamed = [...header.keys()].filter((at) => (header[at] ?? '').trim() === '');
  }

  note(line: number, cells: readonly string[]): void {
    for (const at of this.#unnamed) this.#noteCell(line, cells, at);
    for (let at = this.#header.length; at < cells.length; at += 1) this.#noteCell(line, cells, at);
  }

  /** A finding for each such column. The values are not repeated: nobody knows whom they are about. */
  findings(): readonly RowFinding[] {
    return [...this.#seen].map(([at, { line, count }]) => {
      const column = columnLetters(at + 1);
      const values = oneOrMore(count, 'one value', `${inFigures(count)} values`);
      return {
        line,
        childId: undefined,
        rule: 'values-without-column',
        severity: 'warning',
        column,
        value: null,
        message: `Column ${column} has no name in the header and ${values} below it, the first in row ${line}: nothing of it was read.`,
      };
    });
  }

  #noteCell(line: number, cells: readonly string[], at: number): void {
    if ((cells[at] ?? '').trim() === '') return;
    const seen = this.#seen.get(at);
    if (seen === undefined) this.#seen.set(at, { line, count: 1 });
    else seen.count += 1;
  }
}
