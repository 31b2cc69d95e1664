import type { Pence } from '../../core/money.ts';
import type { DayNumber } from '../../core/plain-date.ts';
import type { CostElement, Payment } from '../model.ts';
import type { Period } from './attribution.ts';
import { type DueTo, dueOfChild } from './committed-against-payments.ts';
import type { DifferenceCause, Explanation } from './difference-cause.ts';
import { causesOfItem, nightsAt } from './item-causes.ts';
import { type ComparedLine, comparedLines, LineNights } from './paid-items.ts';

/** One child's costs and payments, and the difference between them. */
export interface Differing {
  readonly costs: readonly CostElement[];
  /** Actual payments and accruals that stand. */
  readonly settled: readonly Payment[];
  readonly period: Period;
  /** Up to which night each cost is due; every night unless given. */
  readonly dueTo?: DueTo | undefined;
  readonly difference: Pence;
  /** What counts as none. */
  readonly matchedWithin: Pence;
}

/** Runs of nights that are due and that no item covers. */
function notCovered(
  { element, items }: ComparedLine,
  nights: LineNights,
  period: Period,
  isCovered: (night: DayNumber) => boolean,
): DifferenceCause[] {
  const causes: DifferenceCause[] = [];
  const kind = items.length === 0 ? 'no-payment' : 'not-covered';
  let from: DayNumber | undefined;
  for (let night = period.from; night <= period.to; night += 1) {
    const missing = night < period.to && nights.dueOn(night) > 0 && !isCovered(night);
    if (missing) from ??= night;
    if (missing || from === undefined) continue;
    const amount = -nights.dueWithin({ from, to: night });
    causes.push({
      kind,
      element,
      from,
      to: night,
      amount,
      rate: nights.oneRate({ from, to: night }),
    });
    from = undefined;
  }
  return causes;
}

/** Everything that makes a line's payments differ from what is due, in order of its nights. */
function causesOfLine(line: ComparedLine, given: Differing, dueTo: DueTo): DifferenceCause[] {
  const { period, matchedWithin: within } = given;
  const { element, costs, items } = line;
  const nights = new LineNights(costs, period, dueTo);
  const first = items[0];
  const charged = costs.some(
    ({ from, to, weeklyRate }) =>
      weeklyRate !== 0 && from < period.to && (to ?? period.to) > period.from,
  );
  if (!charged && first !== undefined) {
    const amount = items.reduce((sum, item) => sum + item.amount, 0);
    const to = items.reduce((last, item) => Math.max(last, item.to), first.to);
    return [{ kind: 'not-committed', element, from: first.from, to, amount }];
  }
  const covered = new Set<DayNumber>();
  const isCovered = (night: DayNumber) => covered.has(night);
  const causes: DifferenceCause[] = [];
  for (const item of items) {
    causes.push(...causesOfItem({ element, item, nights, within, isCovered }));
    for (let night = item.from; night < item.to; night += 1) covered.add(night);
  }
  return [...causes, ...notCovered(line, nights, period, isCovered)];
}

/** The rate at which a payment was made in place of the one committed; undefined for what is not about one. */
function otherRate(cause: DifferenceCause) {
  if (cause.kind === 'other-rate') return { paid: cause.paid, committed: cause.committed };
  if (cause.kind !== 'nights-in-payment') return undefined;
  return { paid: cause.paid, committed: cause.rate };
}

/** Payments after each other at the same other rate are one cause. */
function joined(causes: readonly DifferenceCause[]): DifferenceCause[] {
  const kept: DifferenceCause[] = [];
  for (const cause of causes) {
    const before = kept.at(-1);
    const rates = otherRate(cause);
    const ratesBefore = before && otherRate(before);
    const goesOn =
      rates !== undefined &&
      rates.committed === ratesBefore?.committed &&
      // Rounded over months of other lengths, a rate comes out a penny apart.
      Math.abs(rates.paid - ratesBefore.paid) <= 2 &&
      before?.element === cause.element &&
      before.to === cause.from;
    if (!goesOn) {
      kept.push(cause);
      continue;
    }
    const { element, to } = cause;
    const amount = before.amount + cause.amount;
    kept[kept.length - 1] = {
      kind: 'other-rate',
      element,
      from: before.from,
      to,
      amount,
      ...ratesBefore,
    };
  }
  return kept;
}

function wholeNights({ costs, difference, period, matchedWithin }: Differing) {
  const rates = new Set(
    costs
      .filter(({ from, to }) => from < period.to && (to ?? period.to) > period.from)
      .map(({ weeklyRate }) => weeklyRate),
  );
  for (const rate of rates) {
    const count = nightsAt(difference, rate, matchedWithin);
    if (count !== undefined) return { count, rate };
  }
  return undefined;
}

/**
 * What makes one child's payments differ from what is due of its costs, as far as that is exact:
 * every payment is set against the nights that it covers, and every night that is due against the
 * payments. The causes are all there is, but for what each payment is rounded; where they do not come
 * to the difference, as many nights as do at one of the child's rates.
 */
export function explainDifference(given: Differing): Explanation {
  const { costs, settled, period, difference, matchedWithin } = given;
  const dueTo = dueOfChild(settled, given.dueTo ?? (() => undefined));
  const found = comparedLines(costs, settled, period).flatMap((line) =>
    causesOfLine(line, given, dueTo),
  );
  const causes = joined(found)
    .filter(({ amount }) => Math.abs(amount) >= matchedWithin)
    .toSorted((one, other) => Math.abs(other.amount) - Math.abs(one.amount));
  const told = causes
    .filter(({ kind }) => kind !== 'other-amount')
    .reduce((sum, { amount }) => sum + amount, 0);
  const isWhole = Math.abs(difference - told) < matchedWithin;
  const nights = isWhole ? undefined : wholeNights(given);
  return { causes, nights, isWhole: isWhole || nights !== undefined };
}
