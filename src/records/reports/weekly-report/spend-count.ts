import { NightlyTotal, nightsWithin } from '../../../core/nights.ts';
import type { DayNumber } from '../../../core/plain-date.ts';
import {
  attributeNights,
  type NightGroup,
  nightsOutsideShortBreaks,
} from '../../care-cost/attribution.ts';
import { isContribution } from '../../care-cost/care-cost.ts';
import type { ChildFacts } from './facts.ts';
import type { Week } from './week.ts';

/** Nights of care, and the cost of the elements on them, while they are being counted. */
class GroupCount {
  careNights = 0;
  childrenCharged = 0;
  readonly cost = new NightlyTotal();
  #lastCharged: string | undefined;

  /** A child whose care cost something; told of several times in a row, it counts once. */
  charged(childId: string): void {
    if (this.#lastCharged === childId) return;
    this.#lastCharged = childId;
    this.childrenCharged += 1;
  }
}

/** Counts nights and cost child by child; each child once. Short breaks are counted apart. */
export class SpendCount {
  readonly week = new GroupCount();
  readonly net = new NightlyTotal();
  readonly contributions = new GroupCount();
  readonly yearToDate = new NightlyTotal();
  readonly #groups = new Map<NightGroup, GroupCount>();
  readonly #week: Week;

  constructor(week: Week) {
    this.#week = week;
  }

  group(group: NightGroup): GroupCount {
    let count = this.#groups.get(group);
    if (count === undefined) {
      count = new GroupCount();
      this.#groups.set(group, count);
    }
    return count;
  }

  /** Adds one child's care and cost. */
  add({ childId, care, elements }: ChildFacts): void {
    const { nights: week, yearToDate } = this.#week;
    for (const span of care.spans) {
      const nights = nightsWithin(span, week);
      if (nights > 0) this.group(span.group).careNights += nights;
    }
    const withoutPlacement = new Set<DayNumber>();
    for (const element of elements) {
      const rate = element.weeklyRate;
      this.yearToDate.add(nightsOutsideShortBreaks(element, yearToDate, care), rate);
      attributeNights(element, week, care, (group, nights, from) => {
        const count = this.group(group);
        count.cost.add(nights, rate);
        if (rate !== 0) count.charged(childId);
        if (group === 'shortBreak') return;
        this.week.cost.add(nights, rate);
        if (rate !== 0) this.week.charged(childId);
        if (!isContribution(element)) this.net.add(nights, rate);
        else if (rate !== 0) this.contributions.charged(childId);
        if (group !== 'noPlacement') return;
        for (let night = from; night < from + nights; night++) withoutPlacement.add(night);
      });
    }
    if (withoutPlacement.size > 0) this.group('noPlacement').careNights += withoutPlacement.size;
  }
}
