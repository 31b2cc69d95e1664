import type { DayNumber } from '../../core/plain-date.ts';
import { type CareHistory, spanOn } from '../care-cost/attribution.ts';
import type { JudgedCost } from './judged-cost.ts';

/** A cost that began or ended, and no other rate of the same charge took its place. */
export interface RateChange {
  readonly kind: 'arrived' | 'left';
  readonly day: DayNumber;
}

function isShortBreakOn(care: CareHistory, night: DayNumber): boolean {
  return spanOn(care, night)?.group === 'shortBreak';
}

/**
 * When one cost began and ended, as the pace counts it. A price that changes is neither, for prices
 * are known; nor is what begins or ends with the eighteenth birthday or later, which is known beforehand. What
 * is in dispute ended where the dispute begins, or never was.
 */
export function rateChangesOf(
  { element, dispute, end, birthday, replaces, isReplaced }: JudgedCost,
  care: CareHistory,
): RateChange[] {
  if (dispute?.rule === 'cost-without-placement') return [];
  const { from, to } = element;
  const never = Number.POSITIVE_INFINITY;
  const ended = Math.min(to ?? never, dispute?.from ?? never, end?.day ?? never);
  if (ended <= from) return [];
  const changes: RateChange[] = [];
  const ofAge = birthday ?? never;
  if (!replaces && from < ofAge && !isShortBreakOn(care, from))
    changes.push({ kind: 'arrived', day: from });
  const known = ended >= ofAge;
  const goesOn = isReplaced && ended === to;
  if (ended === never || known || goesOn || isShortBreakOn(care, ended - 1)) return changes;
  return [...changes, { kind: 'left', day: ended }];
}
