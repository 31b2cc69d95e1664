import { beginningOf } from '../../values/longest-text.ts';
import { afterLine, splitQuoted } from './quoted-record.ts';

/** Where records go: those that can be read, and those that cannot. */
export interface RecordSink {
  add(line: number, cells: readonly string[]): void;
  reject(line: number, cells: readonly string[], reason: string): void;
  /** Whether a record of several lines may be one of this table; the other lines are read as rows of their own when not. */
  accepts(cells: readonly string[]): boolean;
}

/** A value in quotation marks that runs over more lines or characters than this was never closed. */
const MOST_LINES_OF_A_RECORD = 100;
const LONGEST_OF_LINES = 100_000;

const LONGEST_RECORD = 1_000_000;

/** No table of records has more columns. */
export const MOST_COLUMNS = 2_000;

/** How much is kept of a line that is no record. */
const KEPT_OF_A_LINE = 1_000;

const NEVER_CLOSED = 'A quotation mark opens a value here and is never closed';
const TOO_LONG = `The line has more than ${LONGEST_RECORD.toLocaleString('en-GB')} characters, so it is no record`;

/** Why a record of too many values is none. */
export const TOO_WIDE = `The row has more than ${MOST_COLUMNS.toLocaleString('en-GB')} values`;

/** A line that is a whole row by itself is no part of another row's value. */
function isRowByItself(line: string, delimiter: string, width: number): boolean {
  if (width < 4) return false;
  const cells = splitQuoted(line, delimiter, width) ?? line.split(delimiter, width);
  const [first = ''] = cells;
  return cells.length === width && first.trim() !== '' && !first.includes('"');
}

/**
 * Cuts CSV text into records, in one pass whatever the text. Lines without a quotation mark, nearly
 * all there are, are only split.
 */
export class CsvRecords {
  readonly #delimiter: string;
  readonly #width: number;
  readonly #sink: RecordSink;
  #rest = '';
  #line = 0;
  #open: string[] = [];
  #openCharacters = 0;
  #lineBreak: '\n' | '\r' | undefined;

  /** The width, 0 when it is not known, tells a value that runs over several lines from a stray quotation mark. */
  constructor(delimiter: string, width: number, sink: RecordSink) {
    this.#delimiter = delimiter;
    this.#width = width;
    this.#sink = sink;
  }

  /** Characters waiting for the end of their line. */
  get pending(): number {
    return this.#rest.length;
  }

  /** Lines read to their end. */
  get lines(): number {
    return this.#line + this.#open.length;
  }

  /** Takes the next piece of the text. */
  push(text: string): void {
    const lineBreak = this.#lineBreakIn(text);
    // Only the new piece is searched: a line that never ends is not looked through again and again.
    if (lineBreak === undefined || !text.includes(lineBreak)) {
      this.#rest += text;
      return;
    }
    const lines = (this.#rest + text).split(lineBreak);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#addLine(line);
  }

  /** Takes the end of the text. */
  end(): void {
    const rest =
      this.#lineBreak === '\r' ? this.#rest.split('\r') : [this.#rest.replaceAll('\r', '')];
    this.#rest = '';
    for (const line of rest) if (line !== '') this.#addLine(line);
    while (this.#open.length > 0) this.#giveUpOpen();
  }

  #lineBreakIn(text: string): '\n' | '\r' | undefined {
    if (this.#lineBreak !== undefined) return this.#lineBreak;
    if (text.includes('\n')) this.#lineBreak = '\n';
    else if (/\r[^\r]/.test(this.#rest.slice(-1) + text)) this.#lineBreak = '\r';
    return this.#lineBreak;
  }

  #addLine(text: string): void {
    const line = text.endsWith('\r') ? text.slice(0, -1) : text;
    if (this.#open.length > 0) {
      this.#continueOpen(line);
      return;
    }
    this.#line += 1;
    if (line.length > LONGEST_RECORD) {
      this.#sink.reject(this.#line, [beginningOf(line, KEPT_OF_A_LINE)], TOO_LONG);
      return;
    }
    if (!line.includes('"')) {
      if (line === '') return;
      // A limit makes the split slower, and a short line cannot exceed it.
      this.#addRecord(
        line.length < MOST_COLUMNS
          ? line.split(this.#delimiter)
          : line.split(this.#delimiter, MOST_COLUMNS + 1),
      );
      return;
    }
    const cells = splitQuoted(line, this.#delimiter, MOST_COLUMNS + 1);
    if (cells !== undefined) {
      this.#addRecord(cells);
      return;
    }
    this.#line -= 1;
    this.#open.push(line);
    this.#openCharacters = line.length;
  }

  #addRecord(cells: readonly string[]): void {
    if (cells.length <= MOST_COLUMNS) this.#sink.add(this.#line, cells);
    else this.#sink.reject(this.#line, cells.slice(0, this.#width + 1), TOO_WIDE);
  }

  #continueOpen(line: string): void {
    this.#open.push(line);
    this.#openCharacters += line.length + 1;
    const state = afterLine(line, this.#delimiter, MOST_COLUMNS + 1);
    const tooMuch =
      this.#open.length > MOST_LINES_OF_A_RECORD || this.#openCharacters > LONGEST_OF_LINES;
    if (state === 'stray' || tooMuch) this.#giveUpOpen();
    else if (state === 'closed') this.#closeOpen();
  }

  #closeOpen(): void {
    const lines = this.#open;
    const cells = splitQuoted(lines.join('\n'), this.#delimiter, MOST_COLUMNS + 1);
    const holdsRow = lines
      .slice(1)
      .some((line) => isRowByItself(line, this.#delimiter, this.#width));
    if (cells === undefined || holdsRow || !this.#sink.accepts(cells)) {
      this.#giveUpOpen();
      return;
    }
    this.#open = [];
    this.#line += 1;
    this.#sink.add(this.#line, cells);
    this.#line += lines.length - 1;
  }

  /** Rejects the line on which the open value starts, and reads the lines after it afresh. */
  #giveUpOpen(): void {
    const [first = '', ...later] = this.#open;
    this.#open = [];
    this.#openCharacters = 0;
    this.#line += 1;
    this.#sink.reject(this.#line, [first], NEVER_CLOSED);
    for (const line of later) this.#addLine(line);
  }
}
