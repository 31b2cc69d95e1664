import { Temporal } from 'temporal-polyfill';

declare const plainDate: unique symbol;

/** A calendar day as ISO text, `2021-03-31`. Never a JavaScript `Date`: a day has no time zone. Sorts as text. */
export type PlainDate = string & { readonly [plainDate]: true };

/** Days since 1 January 1970, for arithmetic over many nights. */
export type DayNumber = number;

const DAY_IN_MILLISECONDS = 86_400_000;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The day as a PlainDate, or undefined when no such day exists (30 February, month 13, a year before 1900 or after 2200). */
export function plainDateFrom(year: number, month: number, day: number): PlainDate | undefined {
  if (year < 1900 || year > 2200) return undefined;
  const usual = DAYS_IN_MONTH[month - 1];
  if (usual === undefined) return undefined;
  const last = month === 2 && isLeapYear(year) ? 29 : usual;
  if (day < 1 || day > last) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as PlainDate;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads `yyyy-mm-dd`; undefined when the text is not a day that exists. */
export function parseIsoDate(text: string): PlainDate | undefined {
  const match = ISO.exec(text);
  if (match === null) return undefined;
  return plainDateFrom(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** As parseIsoDate, for dates written in code and in tests. Throws a RangeError when the day does not exist. */
export function isoDate(text: string): PlainDate {
  const date = parseIsoDate(text);
  if (date === undefined)
    throw new RangeError(`"${text}" is not a day that exists; write yyyy-mm-dd`);
  return date;
}

/** Days since 1 January 1970. */
export function dayNumberOf(date: PlainDate): DayNumber {
  return (
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) /
    DAY_IN_MILLISECONDS
  );
}

/** The day that is this many days after 1 January 1970. */
export function dateOfDayNumber(day: DayNumber): PlainDate {
  return new Date(day * DAY_IN_MILLISECONDS).toISOString().slice(0, 10) as PlainDate;
}

/** The day so many days later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDayNumber(dayNumberOf(date) + days);
}

/** 0 on a Monday, 6 on a Sunday. */
function daysAfterMonday(date: PlainDate): number {
  // 1 January 1970, day 0, was a Thursday; the days before it are negative.
  return (((dayNumberOf(date) + 3) % 7) + 7) % 7;
}

/** Whether the day is a Saturday or a Sunday. */
export function isWeekend(date: PlainDate): boolean {
  return daysAfterMonday(date) >= 5;
}

/** The day itself where it is a Monday, or the next Monday. */
export function mondayOnOrAfter(date: PlainDate): PlainDate {
  return addDays(date, (7 - daysAfterMonday(date)) % 7);
}

/** The day itself where it is a Sunday, or the next Sunday. */
export function sundayOnOrAfter(date: PlainDate): PlainDate {
  return addDays(date, 6 - daysAfterMonday(date));
}

/** The same day of the month so many months later, or the last day of that month where there is none (31 January + 1 = 28 February). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ months }).toString() as PlainDate;
}

/** Whole years of age on the day. Someone born on 29 February becomes a year older on 1 March of other years. */
export function ageOn(dateOfBirth: PlainDate, day: PlainDate): number {
  const years = Number(day.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  return day.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}

/** Today in the given time zone, for the edges of the program; rules take `asOf` as an argument. */
export function todayIn(timeZone: string): PlainDate {
  return Temporal.Now.plainDateISO(timeZone).toString() as PlainDate;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `31 March 2021`, as GOV.UK writes dates. */
export function dateInWords(date: PlainDate): string {
  return `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** `31/03/2021`, as returns and spreadsheets write dates. */
export function dateInFigures(date: PlainDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}
