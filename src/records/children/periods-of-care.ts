import type { DayNumber } from '../../core/plain-date.ts';
import { inOrder, isShortBreak } from '../care-cost/attribution.ts';
import type { Episode } from '../model.ts';

/** A time for which a child was looked after without a break, agreed short breaks (V3, V4) left out. */
export interface PeriodOfCare {
  readonly start: DayNumber;
  /** Whether the child began to be looked after before it: it is the first episode held, and no start (RNE S). */
  readonly sinceBefore: boolean;
  /** First day no longer looked after; undefined while it lasts. */
  readonly end: DayNumber | undefined;
}

/**
 * One child's periods of care in order, from the child's episodes in any order. One begins with
 * reason for new episode S (SSDA903 code RNE), and after a gap whatever the reason says.
 */
export function periodsOfCare(episodes: readonly Episode[]): PeriodOfCare[] {
  const periods: PeriodOfCare[] = [];
  for (const { decom, dec, rne } of inOrder(episodes.filter((each) => !isShortBreak(each)))) {
    const last = periods.at(-1);
    if (last === undefined || rne === 'S' || last.end !== decom) {
      const sinceBefore = last === undefined && rne !== 'S';
      periods.push({ start: decom, sinceBefore, end: dec });
    } else {
      periods[periods.length - 1] = { ...last, end: dec };
    }
  }
  return periods;
}
