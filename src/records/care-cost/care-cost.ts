import type { Pence } from '../../core/money.ts';
import { NightlyTotal, nightsWithin } from '../../core/nights.ts';
import type { CostElement } from '../model.ts';
import {
  attributeNights,
  type CareHistory,
  type NightGroup,
  NO_CARE,
  type Period,
} from './attribution.ts';

/** What a cost can be split by. */
export type CostKey = 'element' | 'funder' | 'costCentre' | 'subjective' | 'provider' | 'contract';

/** The cost of the elements under one key. */
export interface CostLine<Key> {
  /** Undefined when the elements do not say. */
  readonly key: Key;
  /** Nights of each element, so a package of two elements counts a night twice. */
  readonly nights: number;
  readonly grossPence: Pence;
  /** What social care pays itself; gross less net is what education, health and other authorities contribute. */
  readonly netPence: Pence;
}

class CostLines<Key> {
  readonly #totals = new Map<Key, { gross: NightlyTotal; net: NightlyTotal }>();

  add(key: Key, nights: number, element: CostElement): void {
    let totals = this.#totals.get(key);
    if (totals === undefined) {
      totals = { gross: new NightlyTotal(), net: new NightlyTotal() };
      this.#totals.set(key, totals);
    }
    totals.gross.add(nights, element.weeklyRate);
    if (!isContribution(element)) totals.net.add(nights, element.weeklyRate);
  }

  lines(): CostLine<Key>[] {
    return [...this.#totals].map(([key, { gross, net }]) => ({
      key,
      nights: gross.nights,
      grossPence: gross.pence,
      netPence: net.pence,
    }));
  }
}

/** Whether another body than social care pays for the element. */
export function isContribution(element: CostElement): boolean {
  return element.funder !== 'social_care';
}

/** Cost of the elements over the period: nights × weekly rate ÷ 7, rounded once per line, in the order in which the keys first appear. Lines without a night are left out. */
export function careCost(
  elements: readonly CostElement[],
  period: Period,
  by: CostKey,
): CostLine<string | undefined>[] {
  const lines = new CostLines<string | undefined>();
  for (const element of elements) {
    const nights = nightsWithin(element, period);
    if (nights > 0) lines.add(element[by], nights, element);
  }
  return lines.lines();
}

/** As careCost, by the placement group in which the child spent each night; nights of no episode and of short breaks are lines of their own. */
export function careCostByGroup(
  elements: readonly CostElement[],
  period: Period,
  histories: ReadonlyMap<string, CareHistory>,
): CostLine<NightGroup>[] {
  const lines = new CostLines<NightGroup>();
  for (const element of elements) {
    const care = histories.get(element.childId) ?? NO_CARE;
    attributeNights(element, period, care, (group, nights) => lines.add(group, nights, element));
  }
  return lines.lines();
}
