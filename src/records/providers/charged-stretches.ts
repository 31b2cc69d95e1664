import { holdsNight } from '../../core/nights.ts';
import type { DayNumber } from '../../core/plain-date.ts';
import {
  type CareHistory,
  type NightGroup,
  type Period,
  spanOn,
} from '../care-cost/attribution.ts';
import type { CostElement, Episode } from '../model.ts';

/** Nights on which a child's elements cost the same in the same episode; at least one of them was charged. */
export interface ChargedStretch extends Period {
  readonly group: NightGroup;
  readonly episode: Episode | undefined;
  /** The elements that were charged. */
  readonly elements: readonly CostElement[];
  readonly weeklyPence: number;
}

function edges(elements: readonly CostElement[], care: CareHistory, period: Period): DayNumber[] {
  const nights = new Set([period.from, period.to]);
  for (const runs of [elements, care.spans]) {
    for (const { from, to } of runs) {
      if (from > period.from && from < period.to) nights.add(from);
      if (to !== undefined && to > period.from && to < period.to) nights.add(to);
    }
  }
  return [...nights].sort((one, other) => one - other);
}

/** The nights of a period on which one of a child's elements was charged, each night once, in order. */
export function chargedStretches(
  elements: readonly CostElement[],
  care: CareHistory,
  period: Period,
): ChargedStretch[] {
  const bounds = edges(elements, care, period);
  const stretches: ChargedStretch[] = [];
  for (const [at, from] of bounds.entries()) {
    const to = bounds[at + 1];
    if (to === undefined) break;
    const charged = elements.filter((element) => holdsNight(element, from));
    if (charged.length === 0) continue;
    const span = spanOn(care, from);
    stretches.push({
      ...{ from, to, group: span?.group ?? 'noPlacement', episode: span?.episode },
      elements: charged,
      weeklyPence: charged.reduce((sum, { weeklyRate }) => sum + weeklyRate, 0),
    });
  }
  return stretches;
}
