import { oneOrMore } from '../../../core/english.ts';
import type { Rejection, RowFinding } from './rejection.ts';
import { SecondTable } from './second-table.ts';
import type { TableShape } from './table-shape.ts';
import { linesInWords, partedAmount, widthFault } from './uneven-row.ts';

/** Some rows of a table file before any check: as many lines as rows, each with as many cells as the header. */
export interface RowBatch {
  /** Line of the file on which each row starts, counted from 1. */
  readonly lines: readonly number[];
  readonly cells: readonly (readonly string[])[];
  /** Rows that are not rows of this table at all: too many or too few values, an open quotation mark. */
  readonly rejections: readonly Rejection[];
  /** What there is to say of rows of this table that are kept. */
  readonly findings?: readonly RowFinding[];
  /** How many values a row had, by its line, where that was more than the header has columns and the surplus was empty. */
  readonly surplus?: ReadonlyMap<number, number>;
}

/** How many rows are gathered before they are handed on. */
export const ROWS_IN_A_BATCH = 4000;

/** Lines on which the same was seen: how many, and the first of them. */
class SeenLines {
  readonly lines: number[] = [];
  count = 0;

  add(line: number): void {
    this.count += 1;
    if (this.lines.length < 5) this.lines.push(line);
  }
}

function finding(rule: string, { lines }: SeenLines, message: string): RowFinding {
  const [line = 0] = lines;
  return {
    line,
    childId: undefined,
    rule,
    severity: 'warning',
    column: null,
    value: null,
    message,
  };
}

/**
 * Gathers rows of one width; rows without any value are passed over. With the shape of the table a
 * row may lack its last columns, where the row can do without them, as Excel leaves out the
 * delimiters of empty ones; and rows of a second table below are told from those of the first.
 */
export class RowGatherer {
  readonly #width: number;
  readonly #shape: TableShape | undefined;
  readonly #second: SecondTable | undefined;
  #lines: number[] = [];
  #cells: (readonly string[])[] = [];
  #rejections: Rejection[] = [];
  #findings: RowFinding[] = [];
  #surplus = new Map<number, number>();
  #exactRows = 0;
  readonly #short = new SeenLines();
  readonly #long = new SeenLines();
  #shortest: number;

  constructor(width: number, shape?: TableShape) {
    this.#width = width;
    this.#shortest = width;
    this.#shape = shape;
    this.#second = shape === undefined ? undefined : new SecondTable(shape);
  }

  get full(): boolean {
    return this.#lines.length + this.#rejections.length >= ROWS_IN_A_BATCH;
  }

  add(line: number, cells: readonly string[]): void {
    const blank = cells[0] === '' && cells.every((cell) => cell.trim() === '');
    if (blank) return;
    const fault = this.#second?.faultOf(line, cells);
    if (fault !== undefined) this.reject(line, cells, fault);
    else if (cells.length !== this.#width) this.#addUneven(line, cells);
    else {
      this.#exactRows += 1;
      this.#keep(line, cells);
    }
  }

  /** Whether the values of a record may be a row of this table by their number. */
  accepts(cells: readonly string[]): boolean {
    const { length } = cells;
    if (length === this.#width) return true;
    if (length > this.#width) return cells.slice(this.#width).every((cell) => cell.trim() === '');
    return this.#shape !== undefined && length >= this.#shape.fewest;
  }

  /** Keeps a row that is not one of this table, with what it holds. */
  reject(line: number, cells: readonly string[], reason: string): void {
    const value = cells.join(',').slice(0, 200);
    this.#rejections.push({ line, column: null, value, reason, cells });
  }

  /** Adds what there is to say of rows that are kept. */
  note(finding: RowFinding): void {
    this.#findings.push(finding);
  }

  /** What was gathered so far; undefined when nothing was. */
  take(): RowBatch | undefined {
    if (this.#lines.length + this.#rejections.length + this.#findings.length === 0)
      return undefined;
    const surplus = this.#surplus.size === 0 ? {} : { surplus: this.#surplus };
    const findings = this.#findings.length === 0 ? {} : { findings: this.#findings };
    const batch = {
      lines: this.#lines,
      cells: this.#cells,
      rejections: this.#rejections,
      ...findings,
      ...surplus,
    };
    this.#lines = [];
    this.#cells = [];
    this.#rejections = [];
    this.#findings = [];
    this.#surplus = new Map();
    return batch;
  }

  /** As take, at the end of the table, with what there is to say of all its rows. */
  finish(): RowBatch | undefined {
    const { header = [] } = this.#shape ?? {};
    if (this.#short.count > 0) {
      const empty = header.slice(this.#shortest).filter((name) => name.trim() !== '');
      const message = `${this.#short.count} ${oneOrMore(this.#short.count, 'row ends', 'rows end')} before the last columns (${linesInWords(this.#short.lines, this.#short.count)}), as Excel writes rows whose last values are empty: what they lack of ${empty.join(', ')} is taken as empty.`;
      this.#findings.push(finding('short-rows', this.#short, message));
    }
    if (this.#long.count > 0 && this.#shape !== undefined) {
      const message = `${this.#long.count} ${oneOrMore(this.#long.count, 'row has', 'rows have')} more values than the header has columns (${linesInWords(this.#long.lines, this.#long.count)}); what is too many is empty and was left away.`;
      this.#findings.push(finding('surplus-values-empty', this.#long, message));
    }
    return this.take();
  }

  #keep(line: number, cells: readonly string[]): void {
    this.#lines.push(line);
    this.#cells.push(cells);
  }

  #addUneven(line: number, cells: readonly string[]): void {
    const { length } = cells;
    if (!this.accepts(cells)) {
      this.reject(line, cells, this.#faultOf(cells));
    } else if (length < this.#width) {
      const lacks = this.#shape?.header.slice(length) ?? [];
      if (lacks.some((name) => name.trim() !== '')) this.#short.add(line);
      this.#shortest = Math.min(this.#shortest, length);
      this.#keep(line, [...cells, ...new Array<string>(this.#width - length).fill('')]);
    } else if (partedAmount(cells, this.#exactRows === 0) !== undefined) {
      // The surplus is empty because all is shifted by an amount that its own comma parts.
      this.reject(line, cells, this.#faultOf(cells));
    } else {
      this.#long.add(line);
      this.#surplus.set(line, length);
      this.#keep(line, cells.slice(0, this.#width));
    }
  }

  #faultOf(cells: readonly string[]): string {
    const fault = widthFault(cells, this.#width);
    const { needed = [], header = [] } = this.#shape ?? {};
    const lacks = needed.filter((place) => place >= cells.length).map((place) => header[place]);
    if (lacks.length === 0 || cells.length < 2) return fault;
    return `${fault}: it ends before ${lacks.join(', ')}, without which the row cannot be used; give it all its values, the empty ones too`;
  }
}
