import { addDays, addMonths, dayNumberOf, type PlainDate } from './plain-date.ts';
import { addWorkingDays, workingDaysUpTo } from './working-days.ts';

/** How long something may take: so many days, working days or months. Whole, from 0. */
export interface ClockLimit {
  readonly count: number;
  readonly of: 'days' | 'working days' | 'months';
}

/** Days on which a clock stands still, from the first to the day before it runs again. */
export interface Pause {
  readonly from: PlainDate;
  /** The day from which it runs again; undefined while that is not known. */
  readonly until: PlainDate | undefined;
  readonly why: string;
}

/** A time limit set by law: since when it runs, how long, and when it stood still. */
export interface StatutoryClock {
  /** The day of what set it going, which is not counted. */
  readonly start: PlainDate;
  readonly limit: ClockLimit;
  readonly pauses?: readonly Pause[];
  /** The day on which what had to be done was done. */
  readonly stopped?: PlainDate | undefined;
}

/** How a clock stands on a day; `left` counts days of its kind (a limit in months is counted in days), `daysLate` and `by` calendar days. */
export type ClockReading =
  | { readonly state: 'running'; readonly due: PlainDate | undefined; readonly left: number }
  | {
      readonly state: 'paused';
      readonly since: PlainDate;
      readonly why: string;
      readonly due: PlainDate | undefined;
      readonly left: number;
    }
  | { readonly state: 'due today'; readonly due: PlainDate }
  | { readonly state: 'overdue'; readonly due: PlainDate; readonly by: number }
  | {
      readonly state: 'stopped';
      readonly on: PlainDate;
      readonly due: PlainDate | undefined;
      readonly daysLate: number;
    };

/** The kind of days that are counted, and how many: months are the days to the same day of a later month. */
function daysOf({ limit, start }: StatutoryClock): {
  readonly count: number;
  readonly working: boolean;
} {
  const { count, of } = limit;
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`a limit of ${count} ${of}`);
  if (of !== 'months') return { count, working: of === 'working days' };
  return { count: dayNumberOf(addMonths(start, count)) - dayNumberOf(start), working: false };
}

/** The pauses in their order, those that overlap or touch made one. Throws a RangeError when one ends before it begins. */
function stretches(pauses: readonly Pause[]): { from: PlainDate; until: PlainDate | undefined }[] {
  const merged: { from: PlainDate; until: PlainDate | undefined }[] = [];
  for (const { from, until } of pauses.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    if (until !== undefined && until < from)
      throw new RangeError(`a pause from ${from} to ${until}`);
    const last = merged.at(-1);
    if (last === undefined || (last.until !== undefined && last.until < from)) {
      merged.push({ from, until });
    } else if (last.until !== undefined && (until === undefined || until > last.until)) {
      last.until = until;
    }
  }
  return merged;
}

function counted(after: PlainDate, upTo: PlainDate, working: boolean): number {
  if (upTo <= after) return 0;
  return working ? workingDaysUpTo(after, upTo) : dayNumberOf(upTo) - dayNumberOf(after);
}

/** The days of the clock's kind after the day and up to another, without those on which it stands still. */
function countedWithout(
  clock: StatutoryClock,
  after: PlainDate,
  upTo: PlainDate,
  working: boolean,
): number {
  let days = counted(after, upTo, working);
  for (const { from, until } of stretches(clock.pauses ?? [])) {
    const first = addDays(from, -1) > after ? addDays(from, -1) : after;
    const last = until === undefined || until > upTo ? upTo : addDays(until, -1);
    days -= counted(first, last, working);
  }
  return days;
}

/**
 * The last day on which what is to be done is in time: the first on which as many days as the limit
 * have passed since the start, days of a pause not counted. Undefined while a pause without an end
 * keeps it from being known. Throws a RangeError for a limit that is not whole or below 0.
 */
export function dueDay(clock: StatutoryClock & { readonly pauses?: undefined }): PlainDate;
export function dueDay(clock: StatutoryClock): PlainDate | undefined;
export function dueDay(clock: StatutoryClock): PlainDate | undefined {
  const { count, working } = daysOf(clock);
  const after = (day: PlainDate, days: number) =>
    working ? addWorkingDays(day, days) : addDays(day, days);
  let from = clock.start;
  let left = count;
  for (const pause of stretches(clock.pauses ?? [])) {
    const { until } = pause;
    if (until !== undefined && until <= addDays(from, 1)) continue;
    if (left === 0 || after(from, left) < pause.from) break;
    left -= counted(from, addDays(pause.from, -1), working);
    if (until === undefined) return undefined;
    const lastStill = addDays(until, -1);
    if (lastStill > from) from = lastStill;
  }
  return after(from, left);
}

/** How the clock stands on the day. */
export function readClock(clock: StatutoryClock, asOf: PlainDate): ClockReading {
  const { pauses = [], start, stopped } = clock;
  const due = dueDay(clock);
  const daysPast = (day: PlainDate) =>
    due === undefined ? 0 : Math.max(0, dayNumberOf(day) - dayNumberOf(due));
  if (stopped !== undefined && stopped <= asOf) {
    return { state: 'stopped', on: stopped, due, daysLate: daysPast(stopped) };
  }
  if (due !== undefined && asOf > due) return { state: 'overdue', due, by: daysPast(asOf) };
  const { count, working } = daysOf(clock);
  const left = count - countedWithout(clock, start, asOf > start ? asOf : start, working);
  const paused = pauses.find(
    ({ from, until }) => from <= asOf && (until === undefined || until > asOf),
  );
  if (paused !== undefined && asOf !== due) {
    return { state: 'paused', since: paused.from, why: paused.why, due, left };
  }
  return asOf === due ? { state: 'due today', due } : { state: 'running', due, left };
}
