import { type Pence, penceOf } from '../../core/money.ts';
import { NightlyTotal } from '../../core/nights.ts';
import { nightsOutsideShortBreaks } from '../care-cost/attribution.ts';
import type { ChildCosts } from '../outturn/child-costs.ts';
import { judgedCosts } from '../outturn/judged-cost.ts';
import type { Week } from './weekly-report/week.ts';

/** What of a period’s cost is in dispute, and of how many children. */
export interface Disputed {
  readonly pence: Pence;
  readonly children: number;
}

/** What is in dispute of the cost of the week, and of the year to date; short breaks left out, as in the report. */
export function disputedCost(
  children: Iterable<ChildCosts>,
  week: Week,
): { readonly week: Disputed; readonly yearToDate: Disputed } {
  const counts = [week.nights, week.yearToDate].map((period) => ({
    period,
    cost: new NightlyTotal(),
    children: new Set<string>(),
  }));
  for (const child of children) {
    for (const { element, dispute } of judgedCosts(child, week)) {
      if (dispute === undefined) continue;
      const run = { from: Math.max(dispute.from, element.from), to: element.to };
      for (const { period, cost, children: of } of counts) {
        const nights = nightsOutsideShortBreaks(run, period, child.care);
        cost.add(nights, element.weeklyRate);
        if (nights > 0 && element.weeklyRate !== 0) of.add(child.childId);
      }
    }
  }
  const [ofWeek, ofYear] = counts.map(
    ({ cost, children: of }): Disputed => ({ pence: cost.pence, children: of.size }),
  );
  const none: Disputed = { pence: penceOf(0), children: 0 };
  return { week: ofWeek ?? none, yearToDate: ofYear ?? none };
}
