import { financialYearOf } from '../../../core/financial-year.ts';
import { addDays, type DayNumber, dayNumberOf, type PlainDate } from '../../../core/plain-date.ts';
import type { Period } from '../../care-cost/attribution.ts';

/** The seven nights to and including a date, and the financial year that holds that date. */
export interface Week {
  readonly lastNight: DayNumber;
  readonly nights: Period;
  /** From 1 April to the last night. */
  readonly yearToDate: Period;
  readonly year: Period;
  /** The year to date and the week, which early in April reaches back before the year. */
  readonly upToNow: Period;
}

/** The week that ends with the night of the date. */
export function weekEndingOn(weekEnding: PlainDate): Week {
  const lastNight = dayNumberOf(weekEnding);
  const nights = { from: lastNight - 6, to: lastNight + 1 };
  const { firstDay, lastDay } = financialYearOf(weekEnding);
  const from = dayNumberOf(firstDay);
  return {
    lastNight,
    nights,
    yearToDate: { from, to: nights.to },
    year: { from, to: dayNumberOf(addDays(lastDay, 1)) },
    upToNow: { from: Math.min(from, nights.from), to: nights.to },
  };
}

/** Whether the date is one of the seven of the week. */
export function inWeek(week: Week, day: DayNumber | undefined): boolean {
  return day !== undefined && day >= week.nights.from && day < week.nights.to;
}

/** The last Sunday on or before the day: the last night of the last whole week. */
export function lastSunday(today: PlainDate): PlainDate {
  // 1 January 1970, day 0, was a Thursday.
  const sinceSunday = (dayNumberOf(today) + 4) % 7;
  return addDays(today, -sinceSunday);
}
