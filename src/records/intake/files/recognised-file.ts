import type { FileKind } from './file-kind.ts';

/** Character encodings that council systems write. */
export type TextEncoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

/** A row above a header: a title, a date, the groups of the columns. */
export interface RowAbove {
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
  /** Whether the first line is already data (Code-Point Open). */
  readonly headerless: boolean;
  /** The line of the header, counted from 1; rows start below it. 0 where there is none. */
  readonly headerLine: number;
  /** What stands above the header and is passed over, blank lines aside. */
  readonly rowsAbove: readonly RowAbove[];
  /** Of a workbook: the sheet that holds this table. */
  readonly sheet?: string;
  /** Columns that are read past, reported to the person who imports. */
  readonly extraColumns: readonly string[];
  /** Columns of the layout that the file does not have; their values are empty. */
  readonly missingColumns: readonly string[];
}

/** A sheet that holds no table, or is hidden, and why it was not read, as the end of a sentence. */
export interface SheetNotRead {
  readonly sheet: string;
  readonly why: string;
}

/** What a file holds, as plain values. */
export interface RecognisedTables {
  readonly tables: readonly RecognisedFile[];
  /** Sheets that are refused while the others are read, each as the problem it has. */
  readonly refused: readonly {
    readonly path: string;
    readonly code: string;
    readonly message: string;
    readonly remedy: string;
  }[];
  readonly notRead: readonly SheetNotRead[];
}
