import type { Pence } from '../../../core/money.ts';
import { NightlyTotal } from '../../../core/nights.ts';
import { addDays, type PlainDate } from '../../../core/plain-date.ts';
import { nightsOutsideShortBreaks, spanOn } from '../../care-cost/attribution.ts';
import type { ChildFacts } from './facts.ts';
import { weekEndingOn } from './week.ts';

/** Two figures of one week's report. */
export interface TrendWeek {
  readonly weekEnding: PlainDate;
  /** As `children.total`. */
  readonly children: number;
  /** As `spend.weekPence`. */
  readonly weekPence: Pence;
}

/**
 * The children looked after and the cost of the weeks up to and including the one that ends with the
 * night of the date, oldest first, as each week's own report has them. The facts must reach back to
 * the first of the weeks.
 */
export function weeklyTrend(
  facts: readonly ChildFacts[],
  weekEnding: PlainDate,
  weeks: number,
): TrendWeek[] {
  const counts = Array.from({ length: weeks }, (_, at) => {
    const ends = addDays(weekEnding, (at - weeks + 1) * 7);
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
