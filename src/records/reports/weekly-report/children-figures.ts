import { ageOn, type DayNumber, dateOfDayNumber } from '../../../core/plain-date.ts';
import { spanOn } from '../../care-cost/attribution.ts';
import {
  PLACEMENT_GROUPS,
  type PlacementGroup,
  placementGroup,
} from '../../codes/placement-group.ts';
import type { Child } from '../../model.ts';
import type { ChildFacts, GoneChild } from './facts.ts';
import type { ChildrenFigures } from './report.ts';

/** One of the same for every placement group. */
export function eachGroup<Value>(
  figureOf: (group: PlacementGroup) => Value,
): Record<PlacementGroup, Value> {
  const entries = PLACEMENT_GROUPS.map((group) => [group, figureOf(group)] as const);
  return Object.fromEntries(entries) as Record<PlacementGroup, Value>;
}

function isUnaccompanied(child: Child, night: DayNumber): boolean {
  const { unaccompanied, unaccompaniedUntil: until } = child;
  return unaccompanied && (until === undefined || until > night);
}

/** Counts the children looked after on the night, each in the group of the placement they slept in, temporary ones too. */
export function childrenFigures(
  facts: readonly ChildFacts[],
  gone: readonly GoneChild[],
  night: DayNumber,
): ChildrenFigures<number> {
  const date = dateOfDayNumber(night);
  const byGroup = eachGroup(() => 0);
  const areas = { in: 0, out: 0, unknown: 0 };
  const counts = { total: 0, over20MilesAndOut: 0, aged16plus: 0, uasc: 0, shortBreaks: 0 };
  for (const { child, care } of facts) {
    const span = spanOn(care, night);
    if (span === undefined) continue;
    if (span.group === 'shortBreak') {
      counts.shortBreaks += 1;
      continue;
    }
    const { place, placeProvider, area, distanceMiles } = span.episode;
    counts.total += 1;
    byGroup[placementGroup(place, placeProvider)] += 1;
    areas[area] += 1;
    if (area === 'out' && (distanceMiles ?? 0) > 20) counts.over20MilesAndOut += 1;
    const born = child?.dateOfBirth;
    if (born !== undefined && ageOn(born, date) >= 16) counts.aged16plus += 1;
    if (child !== undefined && isUnaccompanied(child, night)) counts.uasc += 1;
  }
  const { in: inArea, out: outOfArea, unknown: areaUnknown } = areas;
  const leftOut = gone.filter(({ from }) => from <= night).length;
  return { ...counts, byGroup, inArea, outOfArea, areaUnknown, leftOut };
}
