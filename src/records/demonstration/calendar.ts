import {
  type FinancialYear,
  financialYearOf,
  financialYearStarting,
} from '../../core/financial-year.ts';
import {
  type DayNumber,
  dateInFigures,
  dateOfDayNumber,
  dayNumberOf,
  type PlainDate,
} from '../../core/plain-date.ts';

/** One SSDA903 return: 1 April to 31 March, named by the year it ends; the last one stops at `asOf`. */
export interface ReturnYear {
  readonly year: number;
  readonly firstDay: DayNumber;
  readonly lastDay: DayNumber;
  /** The first day after the whole year, whether or not it has come. */
  readonly nextYear: DayNumber;
  /** Whether the year has run its course. */
  readonly complete: boolean;
}

export interface Calendar {
  readonly asOf: DayNumber;
  readonly firstDay: DayNumber;
  readonly returnYears: readonly ReturnYear[];
  /** The financial years of the returns, oldest first. */
  readonly financialYears: readonly FinancialYear[];
}

/** The returns and financial years up to the one that contains `asOf`. Throws a RangeError when `years` is not a whole number above nought. */
export function calendarOf(asOf: PlainDate, years: number): Calendar {
  if (!Number.isInteger(years) || years < 1) {
    throw new RangeError(`${years} is not a number of return years; give at least 1`);
  }
  const last = financialYearOf(asOf).startYear;
  const financialYears = Array.from({ length: years }, (_, index) =>
    financialYearStarting(last - years + 1 + index),
  );
  const today = dayNumberOf(asOf);
  const returnYears = financialYears.map((financialYear) => {
    const lastDay = dayNumberOf(financialYear.lastDay);
    return {
      year: financialYear.startYear + 1,
      firstDay: dayNumberOf(financialYear.firstDay),
      lastDay: Math.min(lastDay, today),
      nextYear: lastDay + 1,
      complete: lastDay <= today,
    };
  });
  return { asOf: today, firstDay: returnYears[0]?.firstDay ?? today, returnYears, financialYears };
}

/** The year in which the financial year that holds the day starts. */
export function financialYearStart(day: DayNumber): number {
  const date = new Date(day * 86_400_000);
  return date.getUTCMonth() >= 3 ? date.getUTCFullYear() : date.getUTCFullYear() - 1;
}

/** Day number of a day of a year, month from 1; months and days past the end run on. */
export function dayOf(year: number, month: number, day: number): DayNumber {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** The birthday on which someone becomes so many years old (1 March for 29 February in other years). */
export function birthday(dateOfBirth: DayNumber, years: number): DayNumber {
  const date = new Date(dateOfBirth * 86_400_000);
  return dayOf(date.getUTCFullYear() + years, date.getUTCMonth() + 1, date.getUTCDate());
}

/** Age in years and parts of a year, near enough for drawing. */
export function yearsOld(dateOfBirth: DayNumber, day: DayNumber): number {
  return (day - dateOfBirth) / 365.25;
}

const inFigures = new Map<DayNumber, string>();

/** `31/03/2021`; each day is written once and remembered, because files hold the same few thousand days over and over. */
export function figures(day: DayNumber | undefined): string {
  if (day === undefined) return '';
  const known = inFigures.get(day);
  if (known !== undefined) return known;
  const text = dateInFigures(dateOfDayNumber(day));
  inFigures.set(day, text);
  return text;
}
