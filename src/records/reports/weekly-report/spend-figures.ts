import type { Pence } from '../../../core/money.ts';
import type { CostGroup } from '../../care-cost/attribution.ts';
import { budgetToDate } from '../../care-cost/budget-to-date.ts';
import { PLACEMENT_GROUPS } from '../../codes/placement-group.ts';
import type { Budget } from '../../model.ts';
import { bridgeOf } from '../../outturn/bridge.ts';
import { outturnOf } from '../../outturn/outturn.ts';
import { NO_PACE, type PaceBasis } from '../../outturn/pace-window.ts';
import { disputedCost } from '../disputed-cost.ts';
import type { ChildFacts } from './facts.ts';
import type { GroupSpend, SpendFigures } from './report.ts';
import { SpendCount } from './spend-count.ts';
import type { Week } from './week.ts';

/** The groups of the spend table, in its order. */
const COST_GROUPS: readonly CostGroup[] = [...PLACEMENT_GROUPS, 'noPlacement'];

function groupSpend(count: SpendCount, group: CostGroup): GroupSpend<number, Pence> {
  const { careNights: nights, childrenCharged, cost } = count.group(group);
  const averageWeeklyPence = cost.averageWeekly(nights) ?? null;
  return { group, nights, weekPence: cost.pence, averageWeeklyPence, childrenCharged };
}

/** The cost of the week, of the year to its end and of the whole year as recorded and as projected, what of it is in dispute, and the budget to date. */
export function spendFigures(
  facts: readonly ChildFacts[],
  budgets: readonly Budget[],
  week: Week,
  pace: PaceBasis = NO_PACE,
): SpendFigures<number, Pence> {
  const count = new SpendCount(week);
  for (const ofChild of facts) count.add(ofChild);
  const { committedPence, projectedPence } = bridgeOf(outturnOf(facts, week, pace));
  const disputed = disputedCost(facts, week);
  const shortBreaks = count.group('shortBreak');
  return {
    weekPence: count.week.cost.pence,
    yearToDatePence: count.yearToDate.pence,
    budgetToDatePence: budgetToDate(budgets, week.lastNight),
    projectedOutturnPence: projectedPence,
    netOfContributionsPence: count.net.pence,
    committedPence,
    disputedWeekPence: disputed.week.pence,
    disputedYearToDatePence: disputed.yearToDate.pence,
    childrenDisputed: disputed.week.children,
    childrenDisputedInYear: disputed.yearToDate.children,
    childrenCharged: count.week.childrenCharged,
    childrenWithContributions: count.contributions.childrenCharged,
    shortBreaksWeekPence: shortBreaks.cost.pence,
    shortBreaksChildrenCharged: shortBreaks.childrenCharged,
    byGroup: COST_GROUPS.map((group) => groupSpend(count, group)),
  };
}
