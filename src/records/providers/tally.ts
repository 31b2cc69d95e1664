import { NightlyTotal, roundedDivision } from '../../core/nights.ts';
import type { Contract } from '../model.ts';

/** What packages cost a week on one night, and how many children they are of. */
export interface WeeklyOn {
  children: number;
  weeklyPence: number;
}

/** Children with a price on both nights, in the same group with the same provider: what the same parts of their packages cost. */
export interface SameChildren {
  children: number;
  beforePence: number;
  nowPence: number;
}

/** How the elements are bought; what the costs do not say is `not said`. */
export type ContractSaid = Contract | 'not said';

/** What one provider, or all, charged over a year in one placement group or in all; counted child by child. */
export class Tally {
  /** Children charged for on a night of the year. */
  childrenInYear = 0;
  /** Nights of children, each once. */
  nights = 0;
  readonly cost = new NightlyTotal();
  readonly now: WeeklyOn = { children: 0, weeklyPence: 0 };
  /** On the night a year before the last. */
  readonly before: WeeklyOn = { children: 0, weeklyPence: 0 };
  readonly same: SameChildren = { children: 0, beforePence: 0, nowPence: 0 };
  readonly contracts = new Map<ContractSaid, NightlyTotal>();
  /** Of the children on the last night. */
  outOfArea = 0;
  areaUnknown = 0;
  /** Placements that ended in the year. */
  ended = 0;
  unplanned = 0;

  contract(said: ContractSaid): NightlyTotal {
    const total = this.contracts.get(said) ?? new NightlyTotal();
    this.contracts.set(said, total);
    return total;
  }

  /** The cost of the year × 7 ÷ its nights; undefined where there were none. */
  get averageWeekly() {
    return this.cost.averageWeekly(this.nights);
  }

  /** What a package costs a week on average on the last night. */
  get averageNow() {
    return average(this.now);
  }

  /** The same on the night a year before. */
  get averageBefore() {
    return average(this.before);
  }
}

function average({ children, weeklyPence }: WeeklyOn) {
  return children === 0 ? undefined : roundedDivision(weeklyPence, children);
}
