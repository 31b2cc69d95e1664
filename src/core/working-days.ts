import { bankHolidaysIn } from './bank-holidays.ts';
import { addDays, isWeekend, type PlainDate } from './plain-date.ts';

/** Whether the day is a working day in England: no Saturday, Sunday or bank holiday. */
function isWorkingDay(date: PlainDate): boolean {
  return !isWeekend(date) && !bankHolidaysIn(Number(date.slice(0, 4))).includes(date.slice(5));
}

/**
 * The day so many working days after the day, which itself is not counted; the day itself for 0.
 * Throws a RangeError unless `days` is a whole number from 0.
 */
export function addWorkingDays(date: PlainDate, days: number): PlainDate {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`${days} working days`);
  let day = date;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** The working days after the day up to another, which is counted; 0 when that is not later. */
export function workingDaysUpTo(after: PlainDate, upTo: PlainDate): number {
  let days = 0;
  for (let day = addDays(after, 1); day <= upTo; day = addDays(day, 1)) {
    if (isWorkingDay(day)) days += 1;
  }
  return days;
}
