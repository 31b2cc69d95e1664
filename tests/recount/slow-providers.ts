import { dateOfDayNumber, type PlainDate } from '../../src/core/plain-date.ts';
import type { CostElement } from '../../src/records/model.ts';
import { Fraction } from './exact-fraction.ts';
import { holds, type SlowNights } from './slow-nights.ts';

/** A night of one child on which one provider was charged for. */
interface ProviderNight {
  readonly childId: string;
  readonly night: number;
  readonly group: string;
  readonly rates: bigint;
  readonly charged: readonly CostElement[];
}

function nightsOf(slow: SlowNights, provider: string | undefined, nights: readonly number[]) {
  const found: ProviderNight[] = [];
  for (const night of nights) {
    for (const childId of slow.childIds) {
      const charged = slow.charged(childId, night).filter((each) => each.provider === provider);
      const group = slow.costGroup(childId, night);
      if (charged.length === 0 || group === 'shortBreak') continue;
      const rates = charged.reduce((sum, { weeklyRate }) => sum + BigInt(weeklyRate), 0n);
      found.push({ childId, night, group, rates, charged });
    }
  }
  return found;
}

const sum = (nights: readonly ProviderNight[]) => nights.reduce((so, { rates }) => so + rates, 0n);
const children = (nights: readonly ProviderNight[]) =>
  new Set(nights.map(({ childId }) => childId)).size;
const averaged = (nights: readonly ProviderNight[]) =>
  nights.length === 0 ? undefined : new Fraction(sum(nights), BigInt(nights.length)).rounded();

/** The rates that are compared: those of the core element if both nights have it, else of each kind that both have. */
function comparable(before: readonly CostElement[], now: readonly CostElement[]) {
  const has = (of: readonly CostElement[], kind: string) =>
    of.some(({ element }) => element === kind);
  const cores = has(before, 'core') && has(now, 'core');
  const counts = ({ element }: CostElement) =>
    cores ? element === 'core' : has(before, element) && has(now, element);
  return [before, now].map((of) =>
    of.filter(counts).reduce((so, { weeklyRate }) => so + BigInt(weeklyRate), 0n),
  ) as [bigint, bigint];
}

/** What a provider charged in the year to the night, in one group or all, from single nights. */
export function slowProvider(
  slow: SlowNights,
  provider: string | undefined,
  { before, now }: { readonly before: number; readonly now: number },
  group?: string,
) {
  const nights = Array.from({ length: now - before }, (_, at) => before + 1 + at);
  const inGroup = (each: ProviderNight) => group === undefined || each.group === group;
  const all = nightsOf(slow, provider, nights).filter(inGroup);
  const [on, yearBefore] = [now, before].map((night) =>
    nightsOf(slow, provider, [night]).filter(inGroup),
  ) as [ProviderNight[], ProviderNight[]];
  const pairs = on.flatMap((one) => {
    const other = yearBefore.find(
      (each) => each.childId === one.childId && each.group === one.group,
    );
    if (other === undefined) return [];
    const pair = comparable(other.charged, one.charged);
    return pair[0] === 0n ? [] : [pair];
  });
  const areas = on.map(({ childId }) => slow.episodeOn(childId, now)?.area ?? 'unknown');
  return {
    childrenInYear: children(all),
    nights: all.length,
    cost: new Fraction(sum(all), 7n).rounded(),
    averageWeekly: averaged(all),
    averageNow: averaged(on),
    averageBefore: averaged(yearBefore),
    childrenNow: on.length,
    same: {
      children: pairs.length,
      beforePence: Number(pairs.reduce((so, [was]) => so + was, 0n)),
      nowPence: Number(pairs.reduce((so, [, is]) => so + is, 0n)),
    },
    outOfArea: areas.filter((area) => area === 'out').length,
    areaUnknown: areas.filter((area) => area === 'unknown').length,
  };
}

/** Every day from which the elements of one child's placement with one provider cost another sum than the night before. */
export function slowPriceChanges(elements: readonly CostElement[], first: number, last: number) {
  const changes: { date: PlainDate; before: number; after: number }[] = [];
  const on = (night: number) => elements.filter((element) => holds(element, night));
  const rate = (of: readonly CostElement[]) =>
    of.reduce((so, { weeklyRate }) => so + weeklyRate, 0);
  for (let night = first; night <= last; night += 1) {
    const [before, after] = [on(night - 1), on(night)];
    if (before.length === 0 || after.length === 0 || rate(before) === rate(after)) continue;
    changes.push({ date: dateOfDayNumber(night), before: rate(before), after: rate(after) });
  }
  return changes;
}
