import type { DayNumber } from '../../core/plain-date.ts';
import type { ChildFacts } from '../reports/weekly-report/facts.ts';
import { placedBy } from './count-providers.ts';
import { endedPlacements } from './ended-placements.ts';
import type { ProviderYear } from './provider-year.ts';

/** A placement with the provider that ended unplanned. */
export interface UnplannedEnd {
  readonly childId: string;
  readonly day: DayNumber;
  readonly reason: string | null;
}

/** The placements of the year that ended unplanned, the newest first. */
export function unplannedEnds(facts: readonly ChildFacts[], year: ProviderYear): UnplannedEnd[] {
  return facts
    .flatMap((ofChild) =>
      endedPlacements(ofChild, year.nights)
        .filter((end) => end.unplanned && placedBy(ofChild.elements, end))
        .map(({ day, reason }) => ({ childId: ofChild.childId, day, reason })),
    )
    .sort((one, other) => other.day - one.day || (one.childId < other.childId ? -1 : 1));
}
