import { dateOfDayNumber, dayNumberOf, type PlainDate } from '../../src/core/plain-date.ts';
import type { SlowNights } from './slow-nights.ts';

interface SlowPackage {
  readonly childId: string;
  readonly placementStart: number;
}

function packages(slow: SlowNights): SlowPackage[] {
  const keys = slow.facts.elements.map((each) => `${each.childId} ${each.placementStart}`);
  return [...new Set(keys)].map((key) => {
    const [childId = '', start] = key.split(' ');
    return { childId, placementStart: Number(start) };
  });
}

/** The package's elements on the night; none in a short break. */
function chargedOn(slow: SlowNights, { childId, placementStart }: SlowPackage, night: number) {
  if (slow.costGroup(childId, night) === 'shortBreak') return [];
  return slow
    .charged(childId, night)
    .filter((element) => element.placementStart === placementStart);
}

function sum(elements: readonly { readonly weeklyRate: number }[]): number {
  return elements.reduce((total, { weeklyRate }) => total + weeklyRate, 0);
}

/** The ten dearest packages of the last night, without the provider. */
export function slowHighCost(slow: SlowNights, weekEnding: PlainDate) {
  const night = dayNumberOf(weekEnding);
  return packages(slow)
    .map((each) => ({ each, charged: chargedOn(slow, each, night) }))
    .filter(({ charged }) => sum(charged) > 0)
    .sort(
      (one, other) =>
        sum(other.charged) - sum(one.charged) ||
        one.each.childId.localeCompare(other.each.childId) ||
        one.each.placementStart - other.each.placementStart,
    )
    .slice(0, 10)
    .map(({ each, charged }) => ({
      package: `package of ${each.childId}`,
      group: slow.costGroup(each.childId, night),
      placementStart: dateOfDayNumber(each.placementStart),
      weeklyPence: sum(charged),
      contributionsWeeklyPence: sum(charged.filter(({ funder }) => funder !== 'social_care')),
    }));
}

/** The packages whose cost on a night differs from the night before, in no order. */
export function slowChanges(slow: SlowNights, lastNight: PlainDate, nights: number) {
  const last = dayNumberOf(lastNight);
  return packages(slow).flatMap((each) =>
    [6, 5, 4, 3, 2, 1, 0].slice(-nights).flatMap((back) => {
      const night = last - back;
      const before = chargedOn(slow, each, night - 1);
      const after = chargedOn(slow, each, night);
      const kind = before.length === 0 ? 'started' : after.length === 0 ? 'ended' : 'changed';
      if (before.length === 0 && after.length === 0) return [];
      if (kind === 'changed' && sum(before) === sum(after)) return [];
      return [
        {
          package: `package of ${each.childId}`,
          kind,
          date: dateOfDayNumber(night),
          group: slow.costGroup(each.childId, kind === 'ended' ? night - 1 : night),
          weeklyBeforePence: sum(before),
          weeklyAfterPence: sum(after),
          differencePence: sum(after) - sum(before),
        },
      ];
    }),
  );
}
