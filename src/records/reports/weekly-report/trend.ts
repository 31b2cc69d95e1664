import type { Pence } from '../../../core/money.ts';
import { NightlyTotal } from '../../../core/nights.ts';
import { addDays, type PlainDate } from '../../../core/plain-date.ts';
import { nightsOutsideShortBreaks, spanOn } from '../../care-cost/attribution.ts';
import type { ChildFacts } from './facts.ts';
import { isOver, type WeekShown, weekEndingOn } from './week.ts';

/** Two figures of one week's report. */
export interface TrendWeek {
  readonly weekEnding: PlainDate;
  /** As `children.total`. */
  readonly children: number;
  /** As `spend.weekPence`. */
  readonly weekPence: Pence;
}

/** The last whole week that the trend of a week shows, by its last day. */
export function lastOfTrend(shown: WeekShown): PlainDate {
  return isOver(shown) ? shown.weekEnding : addDays(shown.weekEnding, -7);
}

/**
 * The children looked after and the cost of as many whole weeks, the last of them the week itself or,
 * while that is not over, the one before: nights so far beside whole weeks would look like a fall.
 * Oldest first, as each week's own report has them. The facts must reach back to the first of the weeks.
 */
export function weeklyTrend(
  facts: readonly ChildFacts[],
  shown: WeekShown,
  weeks: number,
): TrendWeek[] {
  const last = lastOfTrend(shown);
  const counts = Array.from({ length: weeks }, (_, at) => {
    const ends = addDays(last, (at - weeks + 1) * 7);
    return { weekEnding: ends, week: weekEndingOn(ends), children: 0, cost: new NightlyTotal() };
  });
  for (const { care, elements } of facts) {
    for (const count of counts) {
      const span = spanOn(care, count.week.lastNight);
      if (span !== undefined && span.group !== 'shortBreak') count.children += 1;
      for (const element of elements) {
        const nights = nightsOutsideShortBreaks(element, count.week.nights, care);
        count.cost.add(nights, element.weeklyRate);
      }
    }
  }
  return counts.map(({ weekEnding: ends, children, cost }) => ({
    weekEnding: ends,
    children,
    weekPence: cost.pence,
  }));
}
