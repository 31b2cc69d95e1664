import type { Rejection, RowFinding } from './rejection.ts';

/** Some rows of a table file before any check: as many lines as rows, each with as many cells as the header. */
export interface RowBatch {
  /** Line of the file on which each row starts, counted from 1. */
  readonly lines: readonly number[];
  readonly cells: readonly (readonly string[])[];
  /** Rows that are not rows of this table at all: too many or too few values, an open quotation mark. */
  readonly rejections: readonly Rejection[];
  /** What there is to say of the table as such. */
  readonly findings?: readonly RowFinding[];
}

/** How many rows are gathered before they are handed on. */
export const ROWS_IN_A_BATCH = 4000;

/** Gathers rows of one width; rows without any value are passed over. */
export class RowGatherer {
  readonly #width: number;
  #lines: number[] = [];
  #cells: (readonly string[])[] = [];
  #rejections: Rejection[] = [];

  constructor(width: number) {
    this.#width = width;
  }

  get full(): boolean {
    return this.#lines.length + this.#rejections.length >= ROWS_IN_A_BATCH;
  }

  add(line: number, cells: readonly string[]): void {
    if (cells.length === this.#width && cells[0] !== '') {
      this.#lines.push(line);
      this.#cells.push(cells);
    } else if (cells.some((cell) => cell.trim() !== '')) {
      this.#addUneven(line, cells);
    }
  }

  /** Keeps a row that is not one of this table, with what it holds. */
  reject(line: number, cells: readonly string[], reason: string): void {
    const value = cells.join(',').slice(0, 200);
    this.#rejections.push({ line, column: null, value, reason, cells });
  }

  /** What was gathered so far; undefined when nothing was. */
  take(): RowBatch | undefined {
    if (this.#lines.length === 0 && this.#rejections.length === 0) return undefined;
    const batch = { lines: this.#lines, cells: this.#cells, rejections: this.#rejections };
    this.#lines = [];
    this.#cells = [];
    this.#rejections = [];
    return batch;
  }

  #addUneven(line: number, cells: readonly string[]): void {
    const surplusIsEmpty = cells.slice(this.#width).every((cell) => cell.trim() === '');
    if (cells.length >= this.#width && surplusIsEmpty) {
      this.#lines.push(line);
      this.#cells.push(cells.slice(0, this.#width));
    } else {
      this.reject(
        line,
        cells,
        `The row has ${cells.length} values where the header has ${this.#width} columns`,
      );
    }
  }
}
