import { holdsNight } from '../../core/nights.ts';
import { spanOn } from '../care-cost/attribution.ts';
import type { AsAt, ChildCosts } from './child-costs.ts';
import { judgedCosts } from './judged-cost.ts';
import type { AveragePrice } from './sensitivity.ts';

/** How many children cost something on the last night, and what they cost by the week; short breaks and what is in dispute left out. */
export function averagePrice(children: Iterable<ChildCosts>, asAt: AsAt): AveragePrice {
  const { lastNight } = asAt;
  let count = 0;
  let weeklyPence = 0;
  for (const child of children) {
    if (spanOn(child.care, lastNight)?.group === 'shortBreak') continue;
    const weekly = judgedCosts(child, asAt)
      .filter(({ element, dispute }) => dispute === undefined && holdsNight(element, lastNight))
      .reduce((sum, { element }) => sum + element.weeklyRate, 0);
    if (weekly === 0) continue;
    count += 1;
    weeklyPence += weekly;
  }
  return { children: count, weeklyPence };
}
