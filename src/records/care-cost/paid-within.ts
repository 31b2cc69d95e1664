import type { Pence } from '../../core/money.ts';
import { nightsWithin } from '../../core/nights.ts';
import type { DayNumber } from '../../core/plain-date.ts';
import type { CostElement, Payment } from '../model.ts';
import { ApportionedTotal } from './apportioned-total.ts';
import type { Period } from './attribution.ts';

/** The payments that no later one corrects. Needs every payment that corrects another beside the one it corrects. */
export function standing(payments: readonly Payment[]): Payment[] {
  const replaced = new Set<string>();
  for (const { correctsRef, paymentRef } of payments) {
    if (correctsRef !== undefined && correctsRef !== paymentRef) replaced.add(correctsRef);
  }
  return payments.filter((payment) => !replaced.has(payment.paymentRef));
}

/** The nights that a payment is for: both days of a ledger's period count; one written backwards stands on its first day. */
export function nightsPaid({ periodFrom, periodTo }: Payment): Period {
  return { from: periodFrom, to: Math.max(periodTo, periodFrom) + 1 };
}

/** What a night of the element costs, whoever pays. */
function nightCost(costs: readonly CostElement[], night: DayNumber): number {
  let cost = 0;
  for (const each of costs) {
    if (each.from <= night && (each.to === undefined || night < each.to)) cost += each.weeklyRate;
  }
  return cost;
}

/** What of a payment falls in the period, as a part of a whole. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

const WHOLE: Share = { part: 1, whole: 1 };

/**
 * A payment that spans an edge of the period counts by what its nights cost, so that a rise in price
 * on the edge is not a difference; by its nights where one of them costs nothing.
 */
export function shareWithin(
  payment: Payment,
  costs: readonly CostElement[],
  period: Period,
): Share {
  const paid = nightsPaid(payment);
  const within = nightsWithin(paid, period);
  if (within === paid.to - paid.from) return WHOLE;
  const byNights = { part: within, whole: paid.to - paid.from };
  if (within === 0) return byNights;
  const own = costs.filter(({ element }) => element === payment.element);
  let part = 0;
  let whole = 0;
  for (let night = paid.from; night < paid.to; night += 1) {
    const cost = nightCost(own, night);
    if (cost === 0) return byNights;
    whole += cost;
    if (night >= period.from && night < period.to) part += cost;
  }
  return { part, whole };
}

/** What of one child's payments falls in the period, rounded once; `costs` are the child's elements. */
export function paidWithin(
  payments: readonly Payment[],
  costs: readonly CostElement[],
  period: Period,
): Pence {
  const total = new ApportionedTotal();
  for (const payment of payments) {
    const { part, whole } = shareWithin(payment, costs, period);
    total.add(payment.gross, part, whole);
  }
  return total.pence;
}
