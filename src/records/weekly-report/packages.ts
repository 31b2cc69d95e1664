import type { DayNumber } from '../../core/plain-date.ts';
import { type CostGroup, type NightGroup, spanOn } from '../care-cost/attribution.ts';
import type { CostElement } from '../model.ts';
import type { ChildFacts } from './facts.ts';
import type { Week } from './week.ts';

/** What one package costs a week on one night; nothing on a night without an element or in a short break. */
export interface PackageNight {
  readonly group: CostGroup;
  readonly weeklyPence: number;
}

/** One child's package: all cost elements of one placement. */
export interface Package {
  readonly childId: string;
  readonly placementStart: DayNumber;
  readonly elements: readonly CostElement[];
  /** The night before the week, then the seven of the week. */
  readonly nights: readonly (PackageNight | undefined)[];
}

function charges(element: CostElement, night: DayNumber): boolean {
  return element.from <= night && (element.to === undefined || night < element.to);
}

function packageNight(
  elements: readonly CostElement[],
  group: NightGroup,
  night: DayNumber,
): PackageNight | undefined {
  if (group === 'shortBreak') return;
  const charged = elements.filter((element) => charges(element, night));
  if (charged.length === 0) return;
  return { group, weeklyPence: charged.reduce((sum, { weeklyRate }) => sum + weeklyRate, 0) };
}

/** The child's packages that are charged on a night of the week or the night before it. */
export function packagesOf(facts: ChildFacts, week: Week): Package[] {
  const before = week.nights.from - 1;
  const byStart = new Map<DayNumber, CostElement[]>();
  for (const element of facts.elements) {
    if (element.from > week.lastNight || (element.to !== undefined && element.to <= before))
      continue;
    const known = byStart.get(element.placementStart);
    if (known === undefined) byStart.set(element.placementStart, [element]);
    else known.push(element);
  }
  if (byStart.size === 0) return [];
  const groups = Array.from(
    { length: 8 },
    (_, offset) => spanOn(facts.care, before + offset)?.group ?? 'noPlacement',
  );
  return Array.from(byStart, ([placementStart, elements]) => ({
    childId: facts.childId,
    placementStart,
    elements,
    nights: groups.map((group, offset) => packageNight(elements, group, before + offset)),
  }));
}
