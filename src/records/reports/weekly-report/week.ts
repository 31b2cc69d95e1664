import { financialYearOf } from '../../../core/financial-year.ts';
import {
  addDays,
  type DayNumber,
  dayNumberOf,
  type PlainDate,
  sundayOnOrAfter,
} from '../../../core/plain-date.ts';
import type { Period } from '../../care-cost/attribution.ts';

/** Which week, and how far of it is counted. */
export interface WeekShown {
  /** The last of its seven days. */
  readonly weekEnding: PlainDate;
  /** The last night that is counted: the week’s own or, while the week is not over, today’s. */
  readonly countsTo: PlainDate;
}

/** The nights of a week that are counted, and the financial year that holds the last of them. */
export interface Week extends WeekShown {
  /** That of `countsTo`. */
  readonly lastNight: DayNumber;
  readonly nights: Period;
  /** From 1 April to the last night. */
  readonly yearToDate: Period;
  readonly year: Period;
  /** The year to date and the week, which early in April reaches back before the year. */
  readonly upToNow: Period;
}

function weekCounted(weekEnding: PlainDate, countsTo: PlainDate): Week {
  const lastNight = dayNumberOf(countsTo);
  const nights = { from: dayNumberOf(weekEnding) - 6, to: lastNight + 1 };
  const { firstDay, lastDay } = financialYearOf(countsTo);
  const from = dayNumberOf(firstDay);
  return {
    weekEnding,
    countsTo,
    lastNight,
    nights,
    yearToDate: { from, to: nights.to },
    year: { from, to: dayNumberOf(addDays(lastDay, 1)) },
    upToNow: { from: Math.min(from, nights.from), to: nights.to },
  };
}

/** All seven nights to and including that of the date: a week that is over. */
export function weekEndingOn(weekEnding: PlainDate): Week {
  return weekCounted(weekEnding, weekEnding);
}

/** The week from Monday to Sunday that holds the day, as far as it has come by today; undefined where it has not begun. */
export function weekHolding(day: PlainDate, today: PlainDate): Week | undefined {
  const weekEnding = sundayOnOrAfter(day);
  if (weekEnding > lastWeekBegun(today)) return undefined;
  return weekCounted(weekEnding, weekEnding < today ? weekEnding : today);
}

/** The Sunday that ends the week under way: the last week of which there is anything to show. */
export function lastWeekBegun(today: PlainDate): PlainDate {
  return sundayOnOrAfter(today);
}

/** The last Sunday on or before the day: the last night of the last whole week. */
export function lastSunday(today: PlainDate): PlainDate {
  return sundayOnOrAfter(addDays(today, -6));
}

/** The last whole week: the one that is shown where none is asked for. */
export function lastWholeWeek(today: PlainDate): Week {
  return weekEndingOn(lastSunday(today));
}

/** Whether all nights of the week are counted. */
export function isOver({ weekEnding, countsTo }: WeekShown): boolean {
  return countsTo === weekEnding;
}

/** How many nights of the week are counted: seven, once it is over. */
export function nightsCounted({ weekEnding, countsTo }: WeekShown): number {
  return 7 - (dayNumberOf(weekEnding) - dayNumberOf(countsTo));
}

/** The nights in which something may have happened: those of a week, or of a longer time. */
export type NightsOfWeek = Pick<Week, 'nights'>;

/** Whether the date is one of those of the week that are counted. */
export function inWeek(week: NightsOfWeek, day: DayNumber | undefined): boolean {
  return day !== undefined && day >= week.nights.from && day < week.nights.to;
}
