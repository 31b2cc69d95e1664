import { monthNamed } from '../../../core/month-named.ts';
import { dateInWords, type PlainDate, plainDateFrom } from '../../../core/plain-date.ts';
import { dayOfSerial } from './spreadsheet-day.ts';

/** A midnight after a day: as spreadsheets and databases add it, in universal time or any other. */
const MIDNIGHT = String.raw`(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?)?`;
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})${MIDNIGHT}$`);
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${MIDNIGHT}$`);
const MONTH_IN_WORDS = new RegExp(
  String.raw`^(\d{1,2})(?:ST|ND|RD|TH)?[ -]([A-Z]{3,9})\.?,?[ -](\d{4})${MIDNIGHT}$`,
  'i',
);

/** Years that only a placeholder has (06/06/2079 and 31/12/2099 are the usual ones): nothing that is recorded of a child lies so far ahead. */
const FIRST_YEAR_OF_PLACEHOLDERS = 2075;

function isPlaceholder(year: number, month: number, day: number): boolean {
  if (year < 1900 || year >= FIRST_YEAR_OF_PLACEHOLDERS) return true;
  return year === 1900 && (month === 0 || (month === 1 && day <= 2));
}

type Parts = readonly [year: number, month: number, day: number];

function partsOf(text: string): Parts | undefined {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return [Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1])];
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return [Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])];
  const inWords = MONTH_IN_WORDS.exec(text);
  if (inWords === null) return undefined;
  return [Number(inWords[3]), monthNamed(inWords[2] ?? ''), Number(inWords[1])];
}

/**
 * Reads a day as returns and ledgers write it: dd/mm/yyyy, d/m/yyyy, yyyy-mm-dd or with the month in
 * words (31 March 2024, 31-Mar-2024), with or without a midnight after it. Undefined when it is not a
 * day that exists, or one that only stands for no day (01/01/1900, 31/12/2099, 31/12/9999); years have four digits.
 */
export function readDate(text: string): PlainDate | undefined {
  const parts = partsOf(text);
  if (parts === undefined || isPlaceholder(...parts)) return undefined;
  return plainDateFrom(...parts);
}

const TIME_OF_DAY =
  /^(\d{1,4}[/.-][\dA-Z]{1,9}[/.-]\d{1,4}|\d{1,2} [A-Z]{3,9} \d{4})[ T](\d{1,2}:\d\d.*)$/i;
const ZONE = /(?:Z|[+-]\d\d:?\d\d)$/i;
const TWO_DIGIT_YEAR = /^\d{1,2}[/. -](?:\d{1,2}|[A-Z]{3,9})[/. -]\d\d$/i;
const MONTH_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/;

/** What a text that is no day is instead, to follow the column and the text. */
export function dateFault(text: string): string {
  const parts = partsOf(text);
  if (parts !== undefined && isPlaceholder(...parts)) {
    return 'is a placeholder that stands for no day, not a day that something happened; leave the value empty, or write the day';
  }
  const serial = dayOfSerial(text);
  if (serial !== undefined) {
    return `is not a day as it is written: it is how Excel stores ${dateInWords(serial)}; format the column as a date and export it again`;
  }
  const time = TIME_OF_DAY.exec(text);
  if (time !== null) {
    const zone = ZONE.test(time[2] ?? '')
      ? ' in another time zone, where it may be another day'
      : '';
    return `is not a day alone: it has a time of day (${time[2]})${zone}; write the day as dd/mm/yyyy`;
  }
  if (TWO_DIGIT_YEAR.test(text)) {
    return 'is not a day with a whole year, so its century is not known; write dd/mm/yyyy';
  }
  const [, month, day, year] = MONTH_FIRST.exec(text) ?? [];
  const turned = plainDateFrom(Number(year), Number(month), Number(day));
  if (turned !== undefined) {
    return `is not a day that exists unless its month comes first (${dateInWords(turned)}); write dd/mm/yyyy`;
  }
  return 'is not a day that exists; write dd/mm/yyyy';
}
