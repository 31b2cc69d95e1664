import { penceOf } from '../../core/money.ts';
import { dateOfDayNumber } from '../../core/plain-date.ts';
import type { CostGroup } from '../care-cost/attribution.ts';
import type { Package, PackageNight } from './packages.ts';
import type { ChangeKind, PackageChange } from './report.ts';
import type { Week } from './week.ts';

interface Change {
  readonly kind: ChangeKind;
  readonly group: CostGroup;
}

function changeBetween(
  before: PackageNight | undefined,
  after: PackageNight | undefined,
): Change | undefined {
  if (before === undefined) return after && { kind: 'started', group: after.group };
  if (after === undefined) return { kind: 'ended', group: before.group };
  return before.weeklyPence === after.weeklyPence
    ? undefined
    : { kind: 'changed', group: after.group };
}

function changesOf(each: Package, week: Week, pseudonym: (childId: string) => string) {
  const changes: PackageChange[] = [];
  for (const [offset, after] of each.nights.entries()) {
    if (offset === 0) continue;
    const before = each.nights[offset - 1];
    const change = changeBetween(before, after);
    if (change === undefined) continue;
    const weeklyBefore = before?.weeklyPence ?? 0;
    const weeklyAfter = after?.weeklyPence ?? 0;
    changes.push({
      package: pseudonym(each.childId),
      ...change,
      date: dateOfDayNumber(week.nights.from - 1 + offset),
      weeklyBeforePence: penceOf(weeklyBefore),
      weeklyAfterPence: penceOf(weeklyAfter),
      differencePence: penceOf(weeklyAfter - weeklyBefore),
    });
  }
  return changes;
}

/**
 * The packages that started, ended or changed price in the week: each night's weekly cost against
 * the night before. A package may have several. In order of date, then of size of difference, then
 * of pseudonym.
 */
export function packageChanges(
  packages: readonly Package[],
  week: Week,
  pseudonym: (childId: string) => string,
): PackageChange[] {
  return packages
    .flatMap((each) => changesOf(each, week, pseudonym))
    .sort(
      (one, other) =>
        Number(one.date > other.date) - Number(one.date < other.date) ||
        Math.abs(other.differencePence) - Math.abs(one.differencePence) ||
        Number(one.package > other.package) - Number(one.package < other.package) ||
        one.differencePence - other.differencePence,
    );
}
