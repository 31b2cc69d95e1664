import { holdsNight } from '../../core/nights.ts';
import type { DayNumber } from '../../core/plain-date.ts';
import { spanOn } from '../care-cost/attribution.ts';
import { COST_ELEMENTS, type CostElement } from '../model.ts';
import type { ChildFacts } from './weekly-report/facts.ts';
import { COST_GROUP_NAMES } from './weekly-report/group-names.ts';

/** How a child stands on one night. */
export interface Stands {
  readonly place: string | null;
  readonly elements: readonly CostElement[];
  readonly weekly: number;
  readonly isLookedAfter: boolean;
  /** Looked after, or charged for. */
  readonly isThere: boolean;
}

/** How the child stands on the night: in a short break, not at all. */
export function standsOn({ care, elements }: ChildFacts, night: DayNumber): Stands {
  const span = spanOn(care, night);
  if (span?.group === 'shortBreak') {
    return { place: null, elements: [], weekly: 0, isLookedAfter: false, isThere: false };
  }
  const charged = elements.filter((element) => holdsNight(element, night));
  const place = span === undefined ? null : COST_GROUP_NAMES[span.group];
  const weekly = charged.reduce((sum, { weeklyRate }) => sum + weeklyRate, 0);
  const isThere = span !== undefined || charged.length > 0;
  return {
    place: place ?? (isThere ? COST_GROUP_NAMES.noPlacement : null),
    elements: charged,
    weekly,
    ...{ isLookedAfter: span !== undefined, isThere },
  };
}

/** The parts of a package that cost something else. */
export function differing(before: readonly CostElement[], after: readonly CostElement[]) {
  const weekly = (of: readonly CostElement[], kind: CostElement['element']) =>
    of.reduce((sum, { element, weeklyRate }) => sum + (element === kind ? weeklyRate : 0), 0);
  return COST_ELEMENTS.filter((kind) => weekly(before, kind) !== weekly(after, kind));
}
