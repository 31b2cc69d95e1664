import { z } from 'zod';
import { HIDDEN } from '../../core/disclosure.ts';
import { type DayNumber, dateOfDayNumber, isoDate, parseIsoDate } from '../../core/plain-date.ts';
import { ParametersRefused } from '../../platform/http/api/api-route.ts';
import type { Person, ReadingRequest } from '../../platform/http/route.ts';
import { PLACEMENT_GROUPS } from '../codes/placement-group.ts';
import { mayDo } from '../permissions.ts';
import { type AskedWeek, askedWeek } from '../reports/week-ending.ts';
import { lastSunday, type WeekShown } from '../reports/weekly-report/week.ts';
import { notBegunInWords } from '../reports/weekly-report/week-in-words.ts';

/** A day, `2026-11-29`. */
export const day = z.iso.date();

/** An amount of money in whole pence. */
export const pence = z.int().meta({ description: 'Pence.' });

/** A count, or `[c]` where it is withheld because it, or one that it would give away, is small. */
export const shownCount = z.union([z.int(), z.literal(HIDDEN)]);

/** Money, or `[c]` where it is withheld with the count it belongs to. */
export const shownPence = z.union([pence, z.literal(HIDDEN)]);

/** The groups of placements, and where a cost falls on a night without a placement. */
export const costGroup = z.enum([...PLACEMENT_GROUPS, 'noPlacement', 'shortBreak']);

/** Who a row is about: the name of the child's package and, for whoever may see a child, the council's identifier. */
export const CHILD_FIELDS = {
  package: z
    .string()
    .meta({ description: 'The pseudonym of the child, the same in every answer.' }),
  childId: z.string().nullable().meta({
    description:
      'The council’s identifier of the child; null without the permission “see a child”.',
  }),
} as const;

/** Whether some child is hidden from the reader. How many, under which filter, is said to nobody. */
export const LEAVES_OUT = {
  leavesOutRestricted: z.boolean().meta({
    description:
      'Whether there are children whom only named people may see and this reader is not among them; they are in no row and no figure of this reader’s.',
  }),
} as const;

/** The identifier, for whoever may see a child. */
export function shownChildId({ roles }: Person, childId: string): string | null {
  return mayDo(roles, 'see a child') ? childId : null;
}

const realDay = z.iso
  .date('Must be a day that exists, as yyyy-mm-dd.')
  .refine((text) => parseIsoDate(text) !== undefined, 'Must be between 1900 and 2200.');

/** The parameter for a day. */
export function dayParameter(description: string) {
  return realDay.optional().meta({ description });
}

/** The parameter for a week. */
export const weekParameter = dayParameter(
  'Any day of the week, which ends on a Sunday; without it, the last whole week. A week that is not over is counted to today; one that has not begun is refused.',
);

/** The week that is asked for, by any of its days. Throws `ParametersRefused` where it has not begun. */
export function weekAsked(
  { today }: Pick<ReadingRequest, 'today'>,
  given: string | undefined,
): AskedWeek {
  const week = askedWeek(given === undefined ? lastSunday(today) : isoDate(given), today);
  if (week !== undefined) return week;
  throw new ParametersRefused([{ field: 'weekEnding', message: `${notBegunInWords(today)}.` }]);
}

/** Which week an answer is of. */
export const WEEK_ANSWERED = {
  weekEnding: day.meta({ description: 'The Sunday that ends the week.' }),
  countsTo: day.meta({
    description: 'The last night that is counted: of a week that is not over, today’s.',
  }),
} as const;

/** The same of one week. */
export function weekAnswered({ weekEnding, countsTo }: WeekShown) {
  return { weekEnding, countsTo };
}

/** The parameter for words to search for. */
export function searchParameter(description: string) {
  return z.string().max(60, 'Must be 60 characters or fewer.').optional().meta({ description });
}

/** The day of a day number; null where there is none. */
export function dayOf(number: DayNumber | undefined): string | null {
  return number === undefined ? null : dateOfDayNumber(number);
}
