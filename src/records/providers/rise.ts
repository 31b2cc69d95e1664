import { roundedDivision } from '../../core/nights.ts';
import type { CostGroup } from '../care-cost/attribution.ts';
import type { SameChildren, Tally } from './tally.ts';

/** By how many per cent a price rose, to one decimal; undefined from nothing. */
export function riseOf(before: number, now: number): number | undefined {
  return before === 0 ? undefined : roundedDivision((now - before) * 1_000, before) / 10;
}

/** By how many per cent the prices of the same children rose. */
export function riseForSame({ same }: Tally): number | undefined {
  return riseOf(same.beforePence, same.nowPence);
}

type ByGroup = ReadonlyMap<CostGroup, Tally>;
type Same = Omit<SameChildren, 'children'>;

const NONE: Same = { beforePence: 0, nowPence: 0 };

/** What the same children of all other providers cost in the group then and now. */
function sameOfOthers(group: CostGroup, own: ByGroup, all: ByGroup): Same {
  const whole = all.get(group)?.same ?? NONE;
  const mine = own.get(group)?.same ?? NONE;
  return {
    beforePence: whole.beforePence - mine.beforePence,
    nowPence: whole.nowPence - mine.nowPence,
  };
}

/**
 * By how many per cent the provider's prices would have risen had they risen, group by group, as those of
 * all others did for the same children; undefined where no other has one in a group of its own.
 */
export function riseOfOthers(own: ByGroup, all: ByGroup): number | undefined {
  let before = 0;
  let now = 0;
  for (const [group, { same }] of own) {
    const others = sameOfOthers(group, own, all);
    if (others.beforePence === 0) continue;
    before += same.beforePence;
    now += (same.beforePence * others.nowPence) / others.beforePence;
  }
  return riseOf(before, Math.round(now));
}

/** What a week costs with the others of a group on average; undefined where there are none. */
export function averageOfOthers(group: CostGroup, own: ByGroup, all: ByGroup) {
  const [mine, whole] = [own.get(group), all.get(group)];
  const nights = (whole?.nights ?? 0) - (mine?.nights ?? 0);
  if (nights === 0 || whole === undefined) return undefined;
  const penceNights = whole.cost.penceNights - (mine?.cost.penceNights ?? 0);
  return roundedDivision(penceNights, nights);
}
