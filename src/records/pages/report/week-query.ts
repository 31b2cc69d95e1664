import { z } from 'zod';
import { addDays, dayNumberOf, type PlainDate } from '../../../core/plain-date.ts';
import { readDate } from '../../files/read-date.ts';

/** The last Sunday on or before the day: the last night of the last whole week. */
export function lastSunday(today: PlainDate): PlainDate {
  // 1 January 1970, day 0, was a Thursday.
  const sinceSunday = (dayNumberOf(today) + 4) % 7;
  return addDays(today, -sinceSunday);
}

/** The last night of a week as typed or linked: dd/mm/yyyy or yyyy-mm-dd; the last Sunday when empty. */
export function weekEndingField(today: PlainDate) {
  return z
    .string()
    .trim()
    .default('')
    .transform((text, context) => {
      if (text === '') return lastSunday(today);
      const day = readDate(text);
      if (day !== undefined) return day;
      context.addIssue('Week ending must be a day that exists, such as 29/11/2026');
      return z.NEVER;
    });
}
