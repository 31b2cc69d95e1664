import { dateInFigures, type PlainDate } from '../../core/plain-date.ts';
import type { Rejection, RowFinding } from '../intake/files/rejection.ts';

/** Which columns of a module hold the first day and the last, by name and by position. */
export interface PeriodColumns {
  readonly start: string;
  readonly end: string;
  readonly startsAt: number;
  readonly endsAt: number;
  /** Whether a row that ends before it starts cannot be used (episodes, from which nights are counted). */
  readonly rejectsReversed: boolean;
}

function inFigures(date: string): string {
  return dateInFigures(date as PlainDate);
}

/** Looks at a row whose period ends before it starts, or, of an episode, holds no night at all; undefined when all is well. Dates are ISO text. */
export function checkPeriod(
  period: PeriodColumns,
  values: readonly (string | null)[],
  line: number,
  cells: readonly string[],
): Rejection | RowFinding | undefined {
  const start = values[period.startsAt] ?? null;
  const end = values[period.endsAt] ?? null;
  if (start === null || end === null || start < end) return undefined;
  if (start === end && !period.rejectsReversed) return undefined;
  const childId = values[0] ?? undefined;
  const column = period.end;
  const value = inFigures(end);
  const about = { line, childId, severity: 'warning', column, value } as const;
  if (start === end) {
    const message = `The episode starts and ends on ${value}, so it holds no night.`;
    return { ...about, rule: 'episode-without-nights', message };
  }
  const what = `${period.end} ${value} is before ${period.start} ${inFigures(start)}`;
  if (period.rejectsReversed) {
    const reason = `${what}; an episode cannot end before it starts`;
    return { line, column, value, reason, cells };
  }
  return { ...about, rule: 'ends-before-it-starts', message: `${what}.` };
}
