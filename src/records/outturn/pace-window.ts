import type { DayNumber } from '../../core/plain-date.ts';
import type { AsAt } from './child-costs.ts';

/** The most weeks that a pace may be told from. */
export const MOST_PACE_WEEKS = 26;

/** Fewer weeks than these tell no pace: one child more or less would be half of it. */
const FEWEST_PACE_WEEKS = 4;

/** From what the pace is told. */
export interface PaceBasis {
  /** How many weeks up to the last night; nought where there is to be no pace. */
  readonly weeks: number;
  /** The first day by which a cost that is held had ended: before it, nothing that ended is known of. */
  readonly endsKnownFrom: DayNumber | undefined;
}

/** No pace: nothing is projected that is not known. */
export const NO_PACE: PaceBasis = { weeks: 0, endsKnownFrom: undefined };

/** The nights whose beginnings and ends tell the pace. */
export interface PaceWindow {
  readonly from: DayNumber;
  readonly nights: number;
}

/** The last weeks, as far as the records hold what ended in them; undefined where the pace is off or they are too few. */
export function paceWindow(
  { weeks, endsKnownFrom }: PaceBasis,
  { lastNight }: AsAt,
): PaceWindow | undefined {
  if (weeks === 0 || endsKnownFrom === undefined) return undefined;
  const to = lastNight + 1;
  const from = Math.max(to - 7 * weeks, endsKnownFrom);
  const nights = to - from;
  return nights < 7 * Math.min(weeks, FEWEST_PACE_WEEKS) ? undefined : { from, nights };
}
