import { z } from 'zod';
import { dateInWords, type PlainDate } from '../../core/plain-date.ts';
import { dayFilter, type Filter } from '../../platform/lists/filters.tsx';
import { readDate } from '../intake/files/read-date.ts';
import { lastSunday, type Week, weekHolding } from './weekly-report/week.ts';
import { notBegunInWords } from './weekly-report/week-in-words.ts';

/** A week as it was asked for. */
export interface AskedWeek extends Week {
  /** The day by which it was asked for, which may be any of its seven. */
  readonly day: PlainDate;
}

/** The week that holds the day, as far as it has come by today; undefined where it has not begun. */
export function askedWeek(day: PlainDate, today: PlainDate): AskedWeek | undefined {
  const week = weekHolding(day, today);
  return week && { ...week, day };
}

const NO_DAY = 'Week ending must be a day that exists, such as 29/11/2026';

/** The week of a day as typed or linked: dd/mm/yyyy or yyyy-mm-dd; the last whole one when empty. One that has not begun is refused. */
export function weekEndingField(today: PlainDate) {
  return z
    .string()
    .trim()
    .default('')
    .transform((text, context): AskedWeek => {
      const day = text === '' ? lastSunday(today) : readDate(text);
      const week = day && askedWeek(day, today);
      if (week !== undefined) return week;
      context.addIssue(day === undefined ? NO_DAY : notBegunInWords(today));
      return z.NEVER;
    });
}

/** The week that a list is always of, by a day: the last whole one where none was given. */
export function weekFilter(given: {
  readonly label: string;
  /** Is kept when the filters are cleared. */
  readonly stays?: boolean;
}): Filter<AskedWeek> {
  const words = (day: string) => `Week ending ${day}`;
  const days = dayFilter({
    ...{ ...given, words, problem: NO_DAY },
    ...{ read: readDate, shows: lastSunday },
  });
  return {
    ...(given.stays !== undefined && { stays: given.stays }),
    schema: (today) =>
      days.schema(today).transform((day, check): AskedWeek => {
        const week = askedWeek(day ?? lastSunday(today), today);
        if (week !== undefined) return week;
        check.addIssue({ code: 'custom', message: notBegunInWords(today) });
        return z.NEVER;
      }),
    field: ({ value, ...field }) => days.field({ ...field, value: value?.weekEnding }),
    words: ({ weekEnding }) => words(dateInWords(weekEnding)),
    address: ({ weekEnding }) => weekEnding,
  };
}
