import {
  type DayNumber,
  dateOfDayNumber,
  dayNumberOf,
  type PlainDate,
} from '../../core/plain-date.ts';
import type { CostElement } from '../model.ts';

/** The eighteenth birthday; of somebody born on 29 February, 1 March. */
export function comingOfAge(dateOfBirth: PlainDate): DayNumber {
  // In a year that has no 29 February its number is that of 1 March.
  return dayNumberOf(`${Number(dateOfBirth.slice(0, 4)) + 18}${dateOfBirth.slice(4)}` as PlainDate);
}

/** Where a year's prices end, in either way of writing it: says nothing of when the child leaves. */
function isEndOfPrices(day: DayNumber): boolean {
  const ofYear = dateOfDayNumber(day).slice(5);
  return ofYear === '03-31' || ofYear === '04-01';
}

/**
 * Whether a cost ends with the day before the eighteenth birthday. It states otherwise where it begins
 * on the birthday or later, or has an end after it; an end at a year's end is one of prices alone.
 */
export function endsAtEighteen({ from, to }: CostElement, birthday: DayNumber): boolean {
  if (from >= birthday) return false;
  return to === undefined || (to > birthday && isEndOfPrices(to));
}
