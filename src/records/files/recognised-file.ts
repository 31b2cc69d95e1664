import type { FileKind } from './file-kind.ts';

/** Character encodings that council systems write. */
export type TextEncoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

/** What a file turned out to be, decided by its content and never by its name. */
export interface RecognisedFile {
  readonly path: string;
  readonly format: 'csv' | 'xml' | 'xlsx';
  readonly kind: FileKind;
  readonly encoding: TextEncoding;
  /** Of a CSV; a comma for the other formats. */
  readonly delimiter: ',' | ';' | '\t';
  /** Column names as the file writes them; for a file without a header line, the names its layout defines. Empty for XML. */
  readonly header: readonly string[];
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
