import { visibleText } from '../../values/cell-text.ts';
import { emptinessOf, IS_AN_ERROR } from '../../values/emptiness.ts';
import { type IdentifierReading, readCode, readIdentifier } from '../../values/identifier.ts';
import { beginningOf, lengthFault } from '../../values/longest-text.ts';
import { detached, remembered } from '../files/remembered.ts';
import { missing, type Note, RowRefusal } from './row-refusal.ts';

/** A field that the row can do without: what cannot be read in it is noted. */
export interface Noted {
  readonly childId: string | undefined;
  readonly note: Note;
}

/** So much of a text is shown where it is too long. */
const SHOWN = 60;

/** Keeps the row without a value that cannot be read, with a note; throws a RowRefusal when nobody takes it. */
function withoutValue(column: string, text: string, why: string, noted?: Noted): null {
  const message = `${column} ${text} ${why}`;
  if (noted === undefined) throw new RowRefusal(column, text, message);
  noted.note({
    ...{ childId: noted.childId, rule: 'value-unreadable', column, value: text },
    message: `${message}. The row is kept without it.`,
  });
  return null;
}

const texts = remembered(visibleText);

/** The text of a field; null when it is empty or a word for nothing (in names only the marks for nothing). Throws a RowRefusal for an error that is not noted. */
export function textOf(
  column: string,
  cell: string | undefined,
  noted?: Noted,
  inNames = false,
): string | null {
  if (cell === undefined || cell === '') return null;
  const text = texts(cell);
  const emptiness = emptinessOf(text, inNames);
  const tooLong = lengthFault(text);
  if (tooLong !== undefined) return withoutValue(column, beginningOf(text, SHOWN), tooLong, noted);
  if (emptiness === undefined) return text;
  return emptiness === 'error' ? withoutValue(column, text, IS_AN_ERROR, noted) : null;
}

/** As textOf. Throws a RowRefusal when it is empty or an error. */
export function requiredText(column: string, cell: string | undefined, inNames = false): string {
  const text = textOf(column, cell, undefined, inNames);
  if (text === null) throw missing(column);
  return detached(text);
}

function tell(column: string, text: string, value: string, noted: Noted): void {
  noted.note({
    ...{ childId: noted.childId, rule: 'identifier-tidied', severity: 'information' },
    ...{ column, value: text },
    message: `${column} ${text} is taken as ${value}: the rest was added by a spreadsheet.`,
  });
}

const codes = remembered(readCode);

/** A code of a ledger (a cost centre, a reference) without what spreadsheets do to one; null when empty. */
export function codeOf(column: string, cell: string | undefined, noted: Noted): string | null {
  const text = textOf(column, cell, noted);
  if (text === null) return null;
  const reading = codes(text);
  if ('why' in reading) return withoutValue(column, text, reading.why, noted);
  if (reading.tidied) tell(column, text, reading.value, noted);
  return reading.value;
}

/** As codeOf. Throws a RowRefusal when it is empty or cannot be read. */
export function requiredCode(
  column: string,
  cell: string | undefined,
  note: Note,
  read: (text: string) => IdentifierReading = codes,
): string {
  const text = requiredText(column, cell);
  const reading = read(text);
  if ('why' in reading) throw new RowRefusal(column, text, `${column} ${text} ${reading.why}`);
  const { value, tidied } = reading;
  if (tidied) tell(column, text, value, { childId: undefined, note });
  return value;
}

/** A child's identifier in its one form, so that ledger, names and return meet. Throws a RowRefusal when it is empty or cannot be one. */
export function requiredChild(column: string, cell: string | undefined, note: Note): string {
  if (cell === undefined || cell === '') throw missing(column);
  const reading = readIdentifier(cell);
  // Children differ from row to row, so nothing of them is remembered here.
  if (!('why' in reading) && !reading.tidied && emptinessOf(reading.value) === undefined) {
    return detached(reading.value);
  }
  return requiredCode(column, cell, note, readIdentifier);
}
