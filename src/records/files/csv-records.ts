import { type QuotedRecord, quotesAreClosed, splitQuoted } from './quoted-records.ts';

/** Where records go: those that can be read, and those that cannot. */
export interface RecordSink {
  add(line: number, cells: readonly string[]): void;
  reject(line: number, cells: readonly string[], reason: string): void;
}

/** A value in quotation marks that runs over more lines than this was never closed. */
const MOST_LINES_OF_A_RECORD = 100;

const NEVER_CLOSED = 'A quotation mark opens a value here and is never closed';
const NOT_READABLE = 'The quotation marks in this row do not pair up';

/**
 * Cuts CSV text into records. Lines without a quotation mark, nearly all there are, are split here
 * (four times as fast as a general parser); the rest go through csv-parse together.
 */
export class CsvRecords {
  readonly #delimiter: string;
  readonly #width: number | undefined;
  readonly #sink: RecordSink;
  #rest = '';
  #line = 0;
  #open: string[] = [];
  #quoted: QuotedRecord[] = [];
  #lineBreak: '\n' | '\r' | undefined;

  /** The width, when known, tells a value that runs over several lines from a stray quotation mark. */
  constructor(delimiter: string, width: number | undefined, sink: RecordSink) {
    this.#delimiter = delimiter;
    this.#width = width;
    this.#sink = sink;
  }

  /** Characters waiting for the end of their line. */
  get pending(): number {
    return this.#rest.length;
  }

  /** Takes the next piece of the text. */
  push(text: string): void {
    const whole = this.#rest + text;
    this.#lineBreak ??= whole.includes('\n') ? '\n' : undefined;
    if (this.#lineBreak === undefined && /\r[^\r]/.test(whole)) this.#lineBreak = '\r';
    const lineBreak = this.#lineBreak;
    if (lineBreak === undefined) {
      this.#rest = whole;
      return;
    }
    const lines = whole.split(lineBreak);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#addLine(line);
    this.#flushQuoted();
  }

  /** Takes the end of the text. */
  end(): void {
    if (this.#rest !== '') this.#addLine(this.#rest.replaceAll('\r', ''));
    while (this.#open.length > 0) this.#giveUpOpen();
    this.#flushQuoted();
  }

  #addLine(text: string): void {
    this.#line += 1;
    const line = text.endsWith('\r') ? text.slice(0, -1) : text;
    if (this.#open.length > 0) this.#continueOpen(line);
    else if (!line.includes('"')) this.#addPlain(line);
    else if (quotesAreClosed(line)) this.#quoted.push({ line: this.#line, text: line });
    else this.#open.push(line);
  }

  #addPlain(line: string): void {
    if (line === '') return;
    // Records keep the order of the file, so that the header is always the first.
    if (this.#quoted.length > 0) this.#flushQuoted();
    this.#sink.add(this.#line, line.split(this.#delimiter));
  }

  #continueOpen(line: string): void {
    this.#open.push(line);
    if (!quotesAreClosed(line)) {
      const cells = this.#split(this.#open.join('\n'));
      if (cells === undefined) {
        this.#giveUpOpen();
        return;
      }
      this.#sink.add(this.#line - this.#open.length + 1, cells);
      this.#open = [];
    } else if (this.#open.length > MOST_LINES_OF_A_RECORD) {
      this.#giveUpOpen();
    }
  }

  /** One record alone; undefined when it cannot be split or is not as wide as it should be. */
  #split(text: string): readonly string[] | undefined {
    this.#flushQuoted();
    const [cells] = splitQuoted([{ line: 1, text }], this.#delimiter);
    return this.#width === undefined || cells?.length === this.#width ? cells : undefined;
  }

  /** Takes the line on which the open value starts by itself, and reads the lines after it afresh. */
  #giveUpOpen(): void {
    const [first = '', ...later] = this.#open;
    this.#open = [];
    this.#line -= later.length;
    const cells = this.#split(first);
    if (cells === undefined) this.#sink.reject(this.#line, [first], NEVER_CLOSED);
    else this.#sink.add(this.#line, cells);
    for (const line of later) this.#addLine(line);
  }

  #flushQuoted(): void {
    if (this.#quoted.length === 0) return;
    const records = this.#quoted;
    this.#quoted = [];
    splitQuoted(records, this.#delimiter).forEach((cells, index) => {
      const record = records[index];
      if (record === undefined) return;
      if (cells === undefined) this.#sink.reject(record.line, [record.text], NOT_READABLE);
      else this.#sink.add(record.line, cells);
    });
  }
}
