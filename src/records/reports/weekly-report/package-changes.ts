import { penceOf } from '../../../core/money.ts';
import { dateOfDayNumber } from '../../../core/plain-date.ts';
import type { CostGroup } from '../../care-cost/attribution.ts';
import type { Package, PackageStretch } from './packages.ts';
import type { ChangeKind, PackageChange } from './report.ts';

type Charged = PackageStretch['charged'];

function changeBetween(
  before: Charged,
  after: Charged,
): { readonly kind: ChangeKind; readonly group: CostGroup } | undefined {
  if (before === undefined) return after && { kind: 'started', group: after.group };
  if (after === undefined) return { kind: 'ended', group: before.group };
  return before.weeklyPence === after.weeklyPence
    ? undefined
    : { kind: 'changed', group: after.group };
}

function changesOf(each: Package, pseudonym: (childId: string) => string): PackageChange[] {
  const changes: PackageChange[] = [];
  let before = each.stretches[0].charged;
  for (const { from, charged: after } of each.stretches) {
    const change = changeBetween(before, after);
    const weeklyBefore = before?.weeklyPence ?? 0;
    const weeklyAfter = after?.weeklyPence ?? 0;
    before = after;
    if (change === undefined) continue;
    changes.push({
      package: pseudonym(each.childId),
      kind: change.kind,
      date: dateOfDayNumber(from),
      group: change.group,
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
  pseudonym: (childId: string) => string,
): PackageChange[] {
  return packages
    .flatMap((each) => changesOf(each, pseudonym))
    .sort(
      (one, other) =>
        Number(one.date > other.date) - Number(one.date < other.date) ||
        Math.abs(other.differencePence) - Math.abs(one.differencePence) ||
        Number(one.package > other.package) - Number(one.package < other.package) ||
        one.differencePence - other.differencePence,
    );
}
