import type { FileKind } from './file-kind.ts';

/** Character encodings that council systems write. */
export type TextEncoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

/** A line that stands above the header: a title, the day of the report. */
export interface LineAbove {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** What a file turned out to be, decided by its content and never by its name. */
export interface RecognisedFile {
  readonly path: string;
  readonly format: 'csv' | 'xml' | 'xlsx';
  readonly kind: FileKind;
  readonly encoding: TextEncoding;
  /** Of a CSV, one character; a comma for the other formats. */
  readonly delimiter: string;
  /** Column names as the file writes them; for a file without a header line, the names its layout defines. Empty for XML. */
  readonly header: readonly string[];
  /** The line of the header, counted from 1; rows start below it. 0 where there is none. */
  readonly headerLine: number;
  /** What stands above the header and is passed over, blank lines aside. */
  readonly linesAbove?: readonly LineAbove[];
  /** Whether the first line is already data (Code-Point Open). */
  readonly headerless: boolean;
  /** Of a workbook: the sheet that is read, and those that are not. */
  readonly sheet?: string;
  readonly otherSheets?: readonly string[];
  /** Columns that are read past, reported to the person who imports. */
  readonly extraColumns: readonly string[];
  /** Columns of the layout that the file does not have; their values are empty. */
  readonly missingColumns: readonly string[];
}
