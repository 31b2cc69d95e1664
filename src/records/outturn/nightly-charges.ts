import { holdsNight } from '../../core/nights.ts';
import type { DayNumber } from '../../core/plain-date.ts';
import { spanOn } from '../care-cost/attribution.ts';
import type { CostElement } from '../model.ts';
import type { AsAt, ChildCosts } from './child-costs.ts';
import { type JudgedCost, judgedCosts, type KnownEnd } from './judged-cost.ts';

/** Why a night that is recorded is not projected. */
export type NotProjected = KnownEnd | 'disputed';

/** What one charge of one child costs on each night of the year, by the week, and why a recorded night does not. */
export interface NightsOfCharge {
  readonly weekly: number[];
  readonly not: (NotProjected | undefined)[];
}

const chargeKey = (element: CostElement) =>
  JSON.stringify([
    ...[element.childId, element.placementStart, element.element, element.funder],
    ...[element.provider, element.costCentre, element.subjective],
  ]);

function notProjected(
  { dispute, end }: JudgedCost,
  night: DayNumber,
  { lastNight }: AsAt,
): NotProjected | undefined {
  if (night <= lastNight) return undefined;
  if (dispute !== undefined) return 'disputed';
  return end !== undefined && night >= end.day ? end.kind : undefined;
}

/** Every charge of the year night by night, as it is projected without the pace; nights of short breaks cost nothing. */
export function nightlyCharges(
  children: Iterable<ChildCosts>,
  asAt: AsAt,
): Map<string, NightsOfCharge> {
  const { from, to } = asAt.year;
  const charges = new Map<string, NightsOfCharge>();
  for (const child of children) {
    const { care } = child;
    for (const judged of judgedCosts(child, asAt)) {
      const { element } = judged;
      const first = Math.max(from, element.from);
      const last = Math.min(to, element.to ?? to);
      if (first >= last || element.weeklyRate === 0) continue;
      const key = chargeKey(element);
      const nights = charges.get(key) ?? {
        weekly: new Array<number>(to - from).fill(0),
        not: new Array<NotProjected | undefined>(to - from).fill(undefined),
      };
      charges.set(key, nights);
      const isShort = (night: DayNumber) =>
        care.shortBreaks.length > 0 &&
        spanOn(care, night)?.group === 'shortBreak' &&
        holdsNight(element, night);
      for (let night = first; night < last; night += 1) {
        if (isShort(night)) continue;
        const not = notProjected(judged, night, asAt);
        const at = night - from;
        if (not === undefined) nights.weekly[at] = (nights.weekly[at] ?? 0) + element.weeklyRate;
        else nights.not[at] = not;
      }
    }
  }
  return charges;
}
