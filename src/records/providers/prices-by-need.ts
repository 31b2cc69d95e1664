import { type Pence, penceOf } from '../../core/money.ts';
import { NightlyTotal } from '../../core/nights.ts';
import { codeName } from '../codes/code-status.ts';
import type { ChildFacts } from '../reports/weekly-report/facts.ts';
import { chargedStretches } from './charged-stretches.ts';
import type { ProviderYear } from './provider-year.ts';

/** What the nights of children with one category of need cost. */
export interface PriceOfNeed {
  readonly need: string;
  readonly nights: number;
  readonly cost: Pence;
  readonly averageWeekly: Pence | undefined;
}

/** The year's price by category of need (CIN of the return), the largest first. */
export function pricesByNeed(
  facts: readonly ChildFacts[],
  { nights }: ProviderYear,
): PriceOfNeed[] {
  const needs = new Map<string, NightlyTotal>();
  for (const { care, elements } of facts) {
    for (const { episode, from, group, to, weeklyPence } of chargedStretches(
      elements,
      care,
      nights,
    )) {
      if (group === 'shortBreak') continue;
      const { cin } = episode ?? {};
      const need = cin === undefined ? 'Not known' : (codeName('categoryOfNeed', cin) ?? cin);
      const total = needs.get(need) ?? new NightlyTotal();
      total.add(to - from, penceOf(weeklyPence));
      needs.set(need, total);
    }
  }
  return [...needs]
    .map(([need, total]) => ({
      ...{ need, nights: total.nights, cost: total.pence },
      averageWeekly: total.averageWeekly(),
    }))
    .sort((one, other) => other.cost - one.cost || (one.need < other.need ? -1 : 1));
}
