import { type Pence, penceOf } from '../../../core/money.ts';
import { holdsNight } from '../../../core/nights.ts';
import { dateOfDayNumber } from '../../../core/plain-date.ts';
import { isContribution } from '../../care-cost/care-cost.ts';
import type { CostElement } from '../../model.ts';
import type { Package } from './packages.ts';
import type { HighCostPackage } from './report.ts';
import type { Week } from './week.ts';

const SHOWN = 10;

interface Priced {
  readonly package: Package;
  readonly weeklyPence: number;
}

function byCost(one: Priced, other: Priced): number {
  if (one.weeklyPence !== other.weeklyPence) return other.weeklyPence - one.weeklyPence;
  const { childId, placementStart } = one.package;
  if (childId !== other.package.childId) return childId < other.package.childId ? -1 : 1;
  return placementStart - other.package.placementStart;
}

function weekly(elements: readonly CostElement[]): Pence {
  return penceOf(elements.reduce((sum, { weeklyRate }) => sum + weeklyRate, 0));
}

/** Who is paid most of the elements; the first by name of those paid alike, null when none is named. */
export function mainProvider(elements: readonly CostElement[]): string | null {
  const paid = new Map<string, number>();
  for (const { provider, weeklyRate } of elements) {
    if (provider !== undefined) paid.set(provider, (paid.get(provider) ?? 0) + weeklyRate);
  }
  const dearest = Math.max(...paid.values());
  return [...paid.keys()].sort().find((provider) => paid.get(provider) === dearest) ?? null;
}

/** The ten packages that cost most on the last night of the week, dearest first; those that cost nothing are none. */
export function highCostPackages(
  packages: readonly Package[],
  week: Week,
  pseudonym: (childId: string) => string,
): HighCostPackage[] {
  let dearest: Priced[] = [];
  for (const each of packages) {
    const weeklyPence = each.stretches.at(-1)?.charged?.weeklyPence ?? 0;
    if (weeklyPence <= 0) continue;
    const least = dearest.at(-1);
    const priced = { package: each, weeklyPence };
    if (dearest.length === SHOWN && least !== undefined && byCost(least, priced) < 0) continue;
    dearest = [...dearest, priced].sort(byCost).slice(0, SHOWN);
  }
  return dearest.map(({ package: { childId, placementStart, elements, stretches } }) => {
    const charged = elements.filter((element) => holdsNight(element, week.lastNight));
    return {
      package: pseudonym(childId),
      group: stretches.at(-1)?.charged?.group ?? 'noPlacement',
      placementStart: dateOfDayNumber(placementStart),
      weeklyPence: weekly(charged),
      contributionsWeeklyPence: weekly(charged.filter(isContribution)),
      provider: mainProvider(charged),
    };
  });
}
