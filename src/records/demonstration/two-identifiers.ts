import type { DayNumber } from '../../core/plain-date.ts';
import type { Calendar } from './calendar.ts';
import type { ChildHistory } from './history.ts';
import { Random } from './random.ts';

/** Of the children who came back into care, how many were given another identifier. */
const ANOTHER_IDENTIFIER = 0.02;

/** What of a history began before a day, or from it on. */
function partOf(history: ChildHistory, began: (day: DayNumber) => boolean): ChildHistory {
  const { life, placements, episodes, reviews, missing, socialWorkers } = history;
  return {
    ...history,
    life: { ...life, periods: life.periods.filter(({ start }) => began(start)) },
    placements: placements.filter(({ start }) => began(start)),
    episodes: episodes.filter(({ decom }) => began(decom)),
    reviews: reviews.filter(({ day }) => began(day)),
    missing: missing.filter(({ start }) => began(start)),
    socialWorkers: socialWorkers.filter(({ from }) => began(from)),
    packages: history.packages.filter(({ placementStart }) => began(placementStart)),
    payments: history.payments.filter(({ element }) => began(element.placementStart)),
  };
}

/**
 * A child’s history as the council recorded it: nearly always under one identifier, and for a few who
 * came back into care under two, for whoever opened the second case did not find the first. What was
 * before the returns’ first day was never returned, so that nobody has that identifier.
 */
export function asRecorded(
  seed: number,
  history: ChildHistory,
  { firstDay, asOf }: Calendar,
): readonly ChildHistory[] {
  const [before, again] = history.life.periods;
  if (before === undefined || again === undefined) return [history];
  if (before.end <= firstDay || again.start > asOf) return [history];
  const random = new Random(seed, 'identifiers', history.life.number);
  if (!random.chance(ANOTHER_IDENTIFIER)) return [history];
  const former = partOf(history, (day) => day < again.start);
  return [
    { ...former, childId: `9${history.childId.slice(1)}`, cameBackAs: history.childId },
    partOf(history, (day) => day >= again.start),
  ];
}
