import { holdsNight } from '../../../core/nights.ts';
import type { DayNumber } from '../../../core/plain-date.ts';
import { type CareHistory, type CostGroup, spanOn } from '../../care-cost/attribution.ts';
import type { CostElement } from '../../model.ts';
import type { ChildFacts } from './facts.ts';
import type { Week } from './week.ts';

/** What one package costs a week from one night on; nothing on nights without an element or in a short break. */
export interface PackageStretch {
  readonly from: DayNumber;
  readonly charged: { readonly group: CostGroup; readonly weeklyPence: number } | undefined;
}

/** One child's package: all cost elements of one placement. */
export interface Package {
  readonly childId: string;
  readonly placementStart: DayNumber;
  readonly elements: readonly CostElement[];
  /** From the night before the week to its last, in order; never empty. */
  readonly stretches: readonly [PackageStretch, ...PackageStretch[]];
}

function stretchFrom(
  from: DayNumber,
  elements: readonly CostElement[],
  care: CareHistory,
): PackageStretch {
  const group = spanOn(care, from)?.group ?? 'noPlacement';
  if (group === 'shortBreak') return { from, charged: undefined };
  let weeklyPence: number | undefined;
  for (const element of elements) {
    if (holdsNight(element, from)) weeklyPence = (weeklyPence ?? 0) + element.weeklyRate;
  }
  return { from, charged: weeklyPence === undefined ? undefined : { group, weeklyPence } };
}

/** The nights after the first on which an element or an episode begins or ends. */
function turns(elements: readonly CostElement[], care: CareHistory, week: Week): DayNumber[] {
  const nights: DayNumber[] = [];
  for (const runs of [elements, care.spans]) {
    for (const { from, to } of runs) {
      if (from >= week.nights.from && from <= week.lastNight) nights.push(from);
      if (to !== undefined && to >= week.nights.from && to <= week.lastNight) nights.push(to);
    }
  }
  return nights.length < 2 ? nights : [...new Set(nights)].sort((one, other) => one - other);
}

/** The child's packages that are charged on a night of the week or the night before it. */
export function packagesOf({ childId, care, elements }: ChildFacts, week: Week): Package[] {
  const before = week.nights.from - 1;
  const byStart = new Map<DayNumber, CostElement[]>();
  for (const element of elements) {
    const { from, to, placementStart } = element;
    if (from > week.lastNight || (to !== undefined && to <= before)) continue;
    const known = byStart.get(placementStart);
    if (known === undefined) byStart.set(placementStart, [element]);
    else known.push(element);
  }
  const packages: Package[] = [];
  for (const [placementStart, charged] of byStart) {
    const stretches: [PackageStretch, ...PackageStretch[]] = [stretchFrom(before, charged, care)];
    for (const night of turns(charged, care, week)) {
      stretches.push(stretchFrom(night, charged, care));
    }
    packages.push({ childId, placementStart, elements: charged, stretches });
  }
  return packages;
}
