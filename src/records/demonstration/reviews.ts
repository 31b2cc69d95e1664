import { type DayNumber, dateOfDayNumber, dayNumberOf } from '../../core/plain-date.ts';
import { firstReviewDue } from '../children/reviews-due.ts';
import { yearsOld } from './calendar.ts';
import type { CarePeriod, Life, Review } from './history.ts';
import { isShortBreak } from './lives.ts';
import type { Random } from './random.ts';

/** Longest days from the first review to the second, three months, and from one to the next, six. */
const SECOND = 91;
const LATER = 183;

const CODES = [
  ['PN1', 52],
  ['PN2', 7],
  ['PN3', 4],
  ['PN4', 6],
  ['PN5', 12],
  ['PN6', 13],
  ['PN7', 6],
] as const;

function codeFor(random: Random, life: Life, day: DayNumber): string {
  return yearsOld(life.dateOfBirth, day) < 4 ? 'PN0' : random.weighted<string>(CODES);
}

/** The reviews of one period of care, most of them some days early, one in sixteen late. */
export function drawReviews(random: Random, life: Life, period: CarePeriod): Review[] {
  if (isShortBreak(period.course)) return [];
  const reviews: Review[] = [];
  const first = dayNumberOf(firstReviewDue(dateOfDayNumber(period.start))) - period.start;
  let last = period.start;
  for (let count = 0; ; count += 1) {
    const longest = count === 0 ? first : count === 1 ? SECOND : LATER;
    const late = random.chance(0.06);
    const early = random.whole(0, Math.round(longest / 8));
    last += late ? longest + random.whole(1, 28) : longest - early;
    if (last >= period.end) return reviews;
    reviews.push({ day: last, code: codeFor(random, life, last) });
  }
}
