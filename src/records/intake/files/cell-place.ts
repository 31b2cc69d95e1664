/** The most columns and rows that any sheet has: up to XFD1048576. */
const LAST_COLUMN = 16_384;
const LAST_ROW = 1_048_576;

const PLACE = /^([A-Z]{1,3})([1-9]\d{0,6})$/;

/** Where a cell stands, both counted from 1. */
export interface CellPlace {
  readonly column: number;
  readonly row: number;
}

/** Reads `B7`; undefined when no sheet has such a cell. */
export function cellPlace(text: string): CellPlace | undefined {
  const match = PLACE.exec(text);
  if (match === null) return undefined;
  let column = 0;
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return column > LAST_COLUMN || row > LAST_ROW ? undefined : { column, row };
}

/** Whether a sheet has a row of that number. */
export function isRow(row: number): boolean {
  return Number.isInteger(row) && row >= 1 && row <= LAST_ROW;
}

/** The letters of a column counted from 1: 28 is AB. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
