import { addMonths, type DayNumber, dateOfDayNumber, dayNumberOf } from '../../core/plain-date.ts';

/** One run of a stream: on a day it paid so many lines, most of them to the same night. */
export interface Run {
  readonly runDate: DayNumber;
  /** The last night paid. */
  readonly paidTo: DayNumber;
  readonly lines: number;
}

/** How runs follow on each other. */
export interface Rhythm {
  /** The usual days from one run to the next. */
  readonly gap: number;
  /** Months from one run to the next, where they go by the calendar. */
  readonly months: number | undefined;
  /** The usual days from the last night paid to the run: below nought where it is paid in advance. */
  readonly lag: number;
}

/** Fewer runs than these tell no rhythm of their own. */
const RUNS_OF_A_RHYTHM = 3;

/** The middle of the values; of two in the middle the lower, so that a run left out does not lengthen it. */
function lowerMedian(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[(values.length - 1) >> 1] ?? 0;
}

/** Whether runs so many days apart go by the calendar: four weeks are 28 days, months 30 or 31 but for one. */
function monthsOf(gaps: readonly number[], gap: number): number | undefined {
  const regular = gaps.filter((each) => each <= gap * 1.5);
  const mean = regular.reduce((sum, each) => sum + each, 0) / regular.length;
  if (mean >= 29 && mean <= 32) return 1;
  return mean >= 89 && mean <= 93 ? 3 : undefined;
}

/** The rhythm of runs in their order; undefined where they are too few to tell. */
export function rhythmOf(runs: readonly Run[]): Rhythm | undefined {
  if (runs.length < RUNS_OF_A_RHYTHM) return undefined;
  const gaps = runs.slice(1).map(({ runDate }, at) => runDate - (runs[at]?.runDate ?? runDate));
  const gap = lowerMedian(gaps);
  const lag = lowerMedian(runs.map(({ runDate, paidTo }) => runDate - paidTo));
  return { gap, months: monthsOf(gaps, gap), lag };
}

/** The day of the run that comes so many runs after one. */
export function runAfter({ gap, months }: Rhythm, run: DayNumber, later: number): DayNumber {
  if (months === undefined) return run + gap * later;
  return dayNumberOf(addMonths(dateOfDayNumber(run), months * later));
}

/** How many runs have come due since one, by the end of the day. */
export function runsDueSince(rhythm: Rhythm, run: DayNumber, day: DayNumber): number {
  const longest = rhythm.months === undefined ? rhythm.gap : rhythm.months * 31;
  let due = Math.max(0, Math.floor((day - run) / longest));
  while (runAfter(rhythm, run, due + 1) <= day) due += 1;
  return due;
}
