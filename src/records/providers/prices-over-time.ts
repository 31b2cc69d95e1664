import type { Pence } from '../../core/money.ts';
import { roundedDivision } from '../../core/nights.ts';
import { addDays, addMonths, dayNumberOf, isoDate, type PlainDate } from '../../core/plain-date.ts';
import type { CostGroup } from '../care-cost/attribution.ts';
import type { ChildFacts } from '../reports/weekly-report/facts.ts';
import { pricedOn } from './priced-on.ts';

/** What packages of a group cost a week on average on one night. */
export interface PricePoint {
  readonly date: PlainDate;
  readonly children: number;
  readonly averagePence: Pence;
}

/** The last night of each month up to the night, and the night itself; oldest first. */
export function monthEnds(lastNight: PlainDate, months: number): PlainDate[] {
  const first = isoDate(`${lastNight.slice(0, 7)}-01`);
  const ends = Array.from({ length: months }, (_, at) => addDays(addMonths(first, -at), -1));
  return [...ends.reverse(), lastNight];
}

/** By placement group, what packages cost a week on average at the end of each month; nights without a child have no point. */
export function pricesOverTime(
  facts: readonly ChildFacts[],
  nights: readonly PlainDate[],
): Map<CostGroup, PricePoint[]> {
  const lines = new Map<CostGroup, PricePoint[]>();
  for (const date of nights) {
    const sums = new Map<CostGroup, { children: number; weekly: number }>();
    for (const ofChild of facts) {
      const priced = pricedOn(ofChild, ofChild.elements, dayNumberOf(date));
      if (priced === undefined) continue;
      const { children = 0, weekly = 0 } = sums.get(priced.group) ?? {};
      sums.set(priced.group, { children: children + 1, weekly: weekly + priced.weeklyPence });
    }
    for (const [group, { children, weekly }] of sums) {
      const point = { date, children, averagePence: roundedDivision(weekly, children) };
      lines.set(group, [...(lines.get(group) ?? []), point]);
    }
  }
  return lines;
}
