import { dateOfDayNumber, type PlainDate } from '../../../core/plain-date.ts';

/** Spreadsheets count days from 30 December 1899, which is so many days before 1970. */
const DAY_ZERO_OF_SPREADSHEETS = -25_569;

/** The day for which a spreadsheet's number of a day stands. */
export function spreadsheetDay(text: string): PlainDate {
  return dateOfDayNumber(DAY_ZERO_OF_SPREADSHEETS + Number.parseInt(text, 10));
}

/** The day when the text looks like a spreadsheet's number of one, from 1954 to 2118; undefined when not. */
export function dayOfSerial(text: string): PlainDate | undefined {
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return undefined;
  const number = Number.parseInt(text, 10);
  return number >= 20_000 && number < 80_000 ? spreadsheetDay(text) : undefined;
}
