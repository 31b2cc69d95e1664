import type { Pence } from '../../../core/money.ts';
import { penceOf } from '../../../core/money.ts';
import { holdsNight, NightlyTotal } from '../../../core/nights.ts';
import { addDays, type PlainDate } from '../../../core/plain-date.ts';
import { attributeNights, type CostGroup, spanOn } from '../../care-cost/attribution.ts';
import {
  PLACEMENT_GROUPS,
  type PlacementGroup,
  placementGroup,
} from '../../codes/placement-group.ts';
import type { ChildFacts } from './facts.ts';
import { movementFigures } from './movement-figures.ts';
import type { MovementFigures } from './report.ts';
import { lastOfTrend } from './trend.ts';
import { type Week, weekEndingOn } from './week.ts';

/** What a group of placements came to in a week. */
export interface GroupOfWeek {
  /** As `children.byGroup`; none without a placement. */
  readonly children: number;
  /** As `spend.byGroup.weekPence`. */
  readonly weekPence: Pence;
}

/** The figures of one week that are followed from week to week, each as the week's own report has it. */
export interface FiguresOfWeek {
  readonly weekEnding: PlainDate;
  readonly children: number;
  readonly weekPence: Pence;
  /** What all packages cost a week on the last night, short breaks left out. */
  readonly weeklyOnLastNight: Pence;
  readonly movement: MovementFigures<number>;
  readonly byGroup: Readonly<Record<CostGroup, GroupOfWeek>>;
}

class Count {
  children = 0;
  readonly cost = new NightlyTotal();
}

/** The figures of one week, which must be among the facts. */
export function figuresOfWeek(facts: readonly ChildFacts[], week: Week): FiguresOfWeek {
  const groups = new Map<CostGroup, Count>(
    [...PLACEMENT_GROUPS, 'noPlacement' as const].map((group) => [group, new Count()]),
  );
  const all = new Count();
  let weekly = 0;
  for (const { care, elements } of facts) {
    const span = spanOn(care, week.lastNight);
    if (span !== undefined && span.group !== 'shortBreak') {
      const { place, placeProvider } = span.episode;
      const group: PlacementGroup = placementGroup(place, placeProvider);
      for (const count of [groups.get(group), all]) if (count !== undefined) count.children += 1;
    }
    for (const element of elements) {
      if (span?.group !== 'shortBreak' && holdsNight(element, week.lastNight)) {
        weekly += element.weeklyRate;
      }
      attributeNights(element, week.nights, care, (group, nights) => {
        if (group === 'shortBreak') return;
        for (const count of [groups.get(group), all]) count?.cost.add(nights, element.weeklyRate);
      });
    }
  }
  const byGroup = [...groups].map(([group, { children, cost }]) => [
    group,
    { children, weekPence: cost.pence },
  ]);
  return {
    weekEnding: week.weekEnding,
    ...{ children: all.children, weekPence: all.cost.pence, weeklyOnLastNight: penceOf(weekly) },
    movement: movementFigures(facts, week),
    byGroup: Object.fromEntries(byGroup) as FiguresOfWeek['byGroup'],
  };
}

/** So many whole weeks up to the week or, while it is not over, to the one before it: oldest first. The facts must reach back to the first. */
export function figuresOfWeeks(
  facts: readonly ChildFacts[],
  shown: Week,
  weeks: number,
): FiguresOfWeek[] {
  const last = lastOfTrend(shown);
  return Array.from({ length: weeks }, (_, at) =>
    figuresOfWeek(facts, weekEndingOn(addDays(last, (at - weeks + 1) * 7))),
  );
}
