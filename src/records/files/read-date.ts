import { type PlainDate, plainDateFrom } from '../../core/plain-date.ts';

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?Z?)?$/;
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?Z?)?$/;

/** Reads a day as returns and ledgers write it: dd/mm/yyyy, d/m/yyyy or yyyy-mm-dd, with or without a midnight after it. Undefined when it is not a day that exists; years have four digits. */
export function readDate(text: string): PlainDate | undefined {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) {
    return plainDateFrom(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]));
  }
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst === null) return undefined;
  return plainDateFrom(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
}

/** Why a date was not read, as a sentence. */
export function unreadableDate(column: string, value: string): string {
  return `${column} ${value} is not a day that exists; write dd/mm/yyyy`;
}
