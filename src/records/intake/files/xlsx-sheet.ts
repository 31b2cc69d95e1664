import { WellplacedError } from '../../../core/errors.ts';
import { cellPlace, columnLetters, isRow } from './cell-place.ts';
import { brokenWorkbook, tooLargeWorkbook } from './workbook-errors.ts';
import type { BookSheet, Workbook } from './xlsx-book.ts';
import { cellText } from './xlsx-cell.ts';
import { parsePart, type XmlAttributes, type XmlListener } from './xlsx-xml.ts';

/** A row of a sheet that holds something: its cells from the first column to the last that holds a value. */
export interface SheetRow {
  /** Counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The last column in which a value is taken; no table of a council is a tenth as wide. */
const MOST_COLUMNS = 1_000;
const MOST_CELLS = 20_000_000;

/** Gathers the rows of one sheet as they are parsed. Cells without a value cost nothing, and neither do rows without one. */
class SheetRows implements XmlListener {
  readonly #book: Workbook;
  readonly #sheet: BookSheet;
  readonly #strings: readonly string[];
  #rows: SheetRow[] = [];
  #line = 0;
  #cells: string[] = [];
  #column = 0;
  #place = '';
  #type = 'n';
  #style = 0;
  #formula = false;
  #value = '';
  #inData = false;
  #inValue = false;
  #aloud = false;
  #count = 0;

  constructor(book: Workbook, sheet: BookSheet, strings: readonly string[]) {
    this.#book = book;
    this.#sheet = sheet;
    this.#strings = strings;
  }

  take(): readonly SheetRow[] {
    const taken = this.#rows;
    this.#rows = [];
    return taken;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'sheetData') this.#inData = true;
    if (!this.#inData) return;
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'v') this.#inValue = true;
    else if (name === 'f') this.#formula = true;
    else if (name === 't') this.#inValue = !this.#aloud;
    else if (name === 'rPh') this.#aloud = true;
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
  }

  close(name: string): void {
    if (!this.#inData) return;
    if (name === 'c') this.#closeCell();
    else if (name === 'v' || name === 't') this.#inValue = false;
    else if (name === 'rPh') this.#aloud = false;
    else if (name === 'row') this.#closeRow();
    else if (name === 'sheetData') this.#inData = false;
  }

  #openRow({ r }: XmlAttributes): void {
    const line = r === undefined ? this.#line + 1 : Number(r);
    if (!isRow(line)) throw this.#broken(`has a row ${r ?? line}, which no sheet has`);
    if (line <= this.#line) throw this.#broken(`has row ${line} behind row ${this.#line}`);
    this.#line = line;
    this.#column = 0;
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    this.#rows.push({ line: this.#line, cells: this.#cells });
    this.#cells = [];
  }

  #openCell({ r, t, s }: XmlAttributes): void {
    const place = r === undefined ? undefined : cellPlace(r);
    if (r !== undefined && place === undefined) {
      throw this.#broken(`has a cell ${r}, which no sheet has`);
    }
    if (place !== undefined && place.row !== this.#line) {
      throw this.#broken(`has cell ${r} in row ${this.#line}`);
    }
    this.#column = place?.column ?? this.#column + 1;
    this.#place = r ?? `${columnLetters(this.#column)}${this.#line}`;
    this.#type = t ?? 'n';
    this.#style = s === undefined ? 0 : Number(s);
    this.#formula = false;
    this.#value = '';
  }

  #closeCell(): void {
    if (this.#value === '' && !this.#formula && this.#type !== 'e') return;
    const written = {
      place: this.#place,
      type: this.#type,
      style: this.#style,
      formula: this.#formula,
      value: this.#value,
    };
    const text = cellText(written, this.#book, this.#strings);
    if (text === '') return;
    this.#count += 1;
    if (this.#column > MOST_COLUMNS) throw this.#tooWide();
    if (this.#count > MOST_CELLS) throw this.#tooMany();
    while (this.#cells.length < this.#column - 1) this.#cells.push('');
    if ((this.#cells[this.#column - 1] ?? '') !== '') {
      throw this.#broken(`has cell ${this.#place} twice`);
    }
    this.#cells[this.#column - 1] = text;
  }

  #broken(what: string): WellplacedError {
    return brokenWorkbook(this.#book.parts.path, `its sheet ${this.#sheet.name} ${what}`);
  }

  #tooMany(): WellplacedError {
    const { name } = this.#sheet;
    const many = MOST_CELLS.toLocaleString('en-GB');
    return tooLargeWorkbook(this.#book.parts.path, `has more than ${many} values on sheet ${name}`);
  }

  #tooWide(): WellplacedError {
    const last = columnLetters(MOST_COLUMNS);
    return new WellplacedError(
      'sheet-too-wide',
      `${this.#book.parts.path} has a value in cell ${this.#place} of its sheet ${this.#sheet.name}, beyond column ${last}, the last that is read.`,
      'Delete what stands beside the table, or save the columns of the table as CSV, and import that.',
    );
  }
}

/**
 * The rows of a sheet that hold something, some at a time, read as a stream: nothing is built but
 * the rows themselves. Throws a WellplacedError when the sheet is damaged, or has a value where none
 * is taken; what came before must not be kept then.
 */
export async function* sheetRows(
  book: Workbook,
  sheet: BookSheet,
  strings: readonly string[],
): AsyncGenerator<readonly SheetRow[]> {
  if (sheet.part === undefined) return;
  const rows = new SheetRows(book, sheet, strings);
  for await (const _piece of parsePart(book.parts, sheet.part, rows)) {
    const some = rows.take();
    if (some.length > 0) yield some;
  }
}
