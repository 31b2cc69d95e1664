import { dateOfDayNumber, type PlainDate } from '../../core/plain-date.ts';
import {
  type ClockLimit,
  dueDay,
  readClock,
  type StatutoryClock,
} from '../../core/statutory-clock.ts';
import type { PeriodOfCare } from './periods-of-care.ts';

/** A review that was held. */
export interface HeldReview {
  readonly date: PlainDate;
  /** REVIEW_CODE of the SSDA903 return: how the child took part. */
  readonly code: string | undefined;
}

export type ReviewState = 'in time' | 'late' | 'overdue' | 'due' | 'not held' | 'not known';

/** One review of a period of care: when it was due, and what became of it. */
export interface ReviewDue {
  /** From 1; undefined where earlier reviews are before the first return. */
  readonly number: number | undefined;
  readonly due: PlainDate | undefined;
  readonly held: HeldReview | undefined;
  readonly state: ReviewState;
  /** Days after the day on which it was due; 0 unless held late. */
  readonly daysLate: number;
}

/** What the council's returns can tell of reviews. */
export interface ReviewsKnown {
  /** First day of the first return that reports reviews. */
  readonly from: PlainDate;
  /** The latest review of any child. */
  readonly to: PlainDate;
}

/** Regulation 33 of the Care Planning, Placement and Case Review (England) Regulations 2010: the first review, the second, and each later one. */
const FIRST: ClockLimit = { count: 20, of: 'working days' };
const SECOND: ClockLimit = { count: 3, of: 'months' };
const LATER: ClockLimit = { count: 6, of: 'months' };

/** Nothing in the regulation makes a review's clock stand still. */
type ReviewClock = StatutoryClock & { readonly pauses?: undefined };

/** The last day for the first review of a child who became looked after on the day (regulation 33(1)). */
export function firstReviewDue(start: PlainDate): PlainDate {
  return dueDay({ start, limit: FIRST });
}

/** The clock of the review of that number; undefined where what set it going is before the first return. */
function clockOf(
  start: PlainDate,
  previous: PlainDate | undefined,
  number: number | undefined,
): ReviewClock | undefined {
  if (previous !== undefined) return { start: previous, limit: number === 2 ? SECOND : LATER };
  return number === 1 ? { start, limit: FIRST } : undefined;
}

function heldReview(
  number: number | undefined,
  clock: ReviewClock | undefined,
  held: HeldReview,
): ReviewDue {
  if (clock === undefined) {
    return { number, due: undefined, held, state: 'not known', daysLate: 0 };
  }
  const reading = readClock({ ...clock, stopped: held.date }, held.date);
  const daysLate = reading.state === 'stopped' ? reading.daysLate : 0;
  return { number, due: dueDay(clock), held, state: daysLate > 0 ? 'late' : 'in time', daysLate };
}

function stateUnheld(
  clock: ReviewClock,
  end: PlainDate | undefined,
  known: ReviewsKnown,
  today: PlainDate,
): ReviewState {
  if (readClock(clock, today).state !== 'overdue' && end === undefined) return 'due';
  if (dueDay(clock) > known.to) return 'not known';
  return end === undefined ? 'overdue' : 'not held';
}

/**
 * The reviews of one period of care in order, and the next one that is or was due: the first within
 * 20 working days of the day on which the child became looked after, the second within three months
 * of the first, later ones within six months of the one before (Care Planning, Placement and Case
 * Review (England) Regulations 2010, regulation 33). Where the period began before the first return,
 * how many reviews came before is not known, and six months are taken.
 */
export function reviewsDue(
  period: PeriodOfCare,
  reviews: readonly HeldReview[],
  known: ReviewsKnown,
  today: PlainDate,
): ReviewDue[] {
  const start = dateOfDayNumber(period.start);
  const end = period.end === undefined ? undefined : dateOfDayNumber(period.end);
  const within = reviews
    .filter(({ date }) => date >= start && (end === undefined || date <= end))
    .toSorted((one, other) => (one.date < other.date ? -1 : 1));
  let number = start >= known.from ? 1 : undefined;
  let previous: PlainDate | undefined;
  const timetable: ReviewDue[] = [];
  for (const held of within) {
    timetable.push(heldReview(number, clockOf(start, previous, number), held));
    previous = held.date;
    if (number !== undefined) number += 1;
  }
  const clock = clockOf(start, previous, number);
  if (clock === undefined) return timetable;
  const due = dueDay(clock);
  if (end !== undefined && due >= end) return timetable;
  const state = stateUnheld(clock, end, known, today);
  return [...timetable, { number, due, held: undefined, state, daysLate: 0 }];
}
