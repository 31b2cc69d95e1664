import {
  countsToHide,
  HIDDEN,
  type Hidden,
  isSmall,
  shownUnless,
} from '../../../core/disclosure.ts';
import type { Pence } from '../../../core/money.ts';
import type { CostGroup } from '../../care-cost/attribution.ts';
import type { ChildrenFigures, GroupSpend, SpendFigures } from './report.ts';

type Row = GroupSpend<number, Pence>;

/** So few nights may be those of fewer children than the threshold: seven nights each. */
function fewNights(nights: number, threshold: number): boolean {
  return nights > 0 && nights <= 7 * (threshold - 1);
}

/** Whether what the shown rows leave of the total would be the cost of one group, or of too few children. */
function totalGivesAway(rows: readonly Row[], hidden: Set<CostGroup>, threshold: number): boolean {
  const costing = rows.filter(({ group, weekPence }) => hidden.has(group) && weekPence !== 0);
  const children = costing.reduce((sum, row) => sum + row.childrenCharged, 0);
  return costing.length === 1 || isSmall(children, threshold);
}

/** The groups whose row is withheld, and whether the week's total must be withheld with them. */
function groupsToHide(
  rows: readonly Row[],
  hiddenCounts: ReadonlySet<string>,
  threshold: number,
): { readonly groups: Set<CostGroup>; readonly total: boolean } {
  const groups = new Set<CostGroup>();
  for (const { group, nights, childrenCharged } of rows) {
    const few = isSmall(childrenCharged, threshold) || fewNights(nights, threshold);
    if (few || hiddenCounts.has(group)) groups.add(group);
  }
  const others = rows
    .filter(({ group, weekPence }) => !groups.has(group) && weekPence !== 0)
    .sort((one, other) => Math.abs(one.weekPence) - Math.abs(other.weekPence));
  while (totalGivesAway(rows, groups, threshold)) {
    const next = others.shift();
    if (next === undefined) return { groups, total: true };
    groups.add(next.group);
  }
  return { groups, total: false };
}

function publishedRow(row: Row, hidden: boolean): GroupSpend<number | Hidden, Pence | Hidden> {
  return {
    group: row.group,
    nights: shownUnless(hidden, row.nights),
    weekPence: shownUnless(hidden, row.weekPence),
    averageWeeklyPence: shownUnless(hidden, row.averageWeeklyPence),
    // Children charged in one group may be charged in another too, so these never safely add up.
    childrenCharged: HIDDEN,
  };
}

function childrenCharged(spend: SpendFigures<number, Pence>, threshold: number): Set<string> {
  const { childrenCharged: charged, childrenWithContributions: helped } = spend;
  return countsToHide(
    {
      counts: new Map(Object.entries({ charged, helped, notHelped: charged - helped })),
      partitions: [{ total: 'charged', parts: ['helped', 'notHelped'] }],
      unpublished: new Set(['notHelped']),
    },
    threshold,
  );
}

/**
 * The spend with every row withheld whose children are withheld or too few, as many more rows as
 * keep the total from giving one away, and the total and what differs from it by a week when no
 * more rows are left.
 */
export function publishedSpend(
  spend: SpendFigures<number, Pence>,
  children: ChildrenFigures<number | Hidden>,
  threshold: number,
): SpendFigures<number | Hidden, Pence | Hidden> {
  const groupCounts = Object.entries(children.byGroup);
  const hiddenCounts = new Set(groupCounts.flatMap(([group, n]) => (n === HIDDEN ? [group] : [])));
  const { groups, total } = groupsToHide(spend.byGroup, hiddenCounts, threshold);
  const hiddenChildren = childrenCharged(spend, threshold);
  const noWeek = total || isSmall(spend.childrenCharged, threshold);
  // Before anyone was charged this week, the year may still be that of very few.
  const fewNow = spend.childrenCharged < threshold && spend.projectedOutturnPence !== 0;
  const noYear = noWeek || fewNow;
  const fewContributions = isSmall(spend.childrenWithContributions, threshold);
  const fewShortBreaks = isSmall(spend.shortBreaksChildrenCharged, threshold);
  const fewDisputed =
    isSmall(spend.childrenDisputed, threshold) ||
    isSmall(spend.childrenCharged - spend.childrenDisputed, threshold);
  // Those in dispute this week are among those of the year.
  const fewDisputedInYear =
    isSmall(spend.childrenDisputedInYear, threshold) ||
    isSmall(spend.childrenDisputedInYear - spend.childrenDisputed, threshold);
  return {
    weekPence: shownUnless(noWeek, spend.weekPence),
    yearToDatePence: shownUnless(noYear, spend.yearToDatePence),
    budgetToDatePence: spend.budgetToDatePence,
    projectedOutturnPence: shownUnless(noYear, spend.projectedOutturnPence),
    netOfContributionsPence: shownUnless(noWeek || fewContributions, spend.netOfContributionsPence),
    // Less the projection it is what known ends take off, which may be one child’s.
    committedPence: shownUnless(spend.committedPence !== 0, spend.committedPence),
    disputedWeekPence: shownUnless(noWeek || fewDisputed, spend.disputedWeekPence),
    disputedYearToDatePence: shownUnless(
      noYear || fewDisputedInYear,
      spend.disputedYearToDatePence,
    ),
    childrenDisputed: shownUnless(fewDisputed, spend.childrenDisputed),
    childrenDisputedInYear: shownUnless(fewDisputedInYear, spend.childrenDisputedInYear),
    childrenCharged: shownUnless(hiddenChildren.has('charged'), spend.childrenCharged),
    childrenWithContributions: shownUnless(
      hiddenChildren.has('helped'),
      spend.childrenWithContributions,
    ),
    shortBreaksWeekPence: shownUnless(
      fewShortBreaks || children.shortBreaks === HIDDEN,
      spend.shortBreaksWeekPence,
    ),
    shortBreaksChildrenCharged: shownUnless(fewShortBreaks, spend.shortBreaksChildrenCharged),
    byGroup: spend.byGroup.map((row) => publishedRow(row, groups.has(row.group))),
  };
}
