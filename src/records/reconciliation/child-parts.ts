import type { Pence } from '../../core/money.ts';
import { nightsWithin } from '../../core/nights.ts';
import type { DayNumber } from '../../core/plain-date.ts';
import type { Period } from '../care-cost/attribution.ts';
import { type DueTo, dueOfChild } from '../care-cost/committed-against-payments.ts';
import { nightsPaid, shareWithin } from '../care-cost/paid-within.ts';
import type { CostElement, Payment } from '../model.ts';
import type { Month } from './months.ts';

/** One child's costs and the payments that no later one corrects, commitments left out. */
export interface CostsOfChild {
  readonly childId: string;
  readonly costs: readonly CostElement[];
  readonly settled: readonly Payment[];
}

/** How the nights of an element in one month stand to the runs that pay them. */
export interface CostPart {
  readonly childId: string;
  readonly month: Month;
  readonly element: CostElement;
  readonly nights: { readonly due: number; readonly unpaid: number; readonly toCome: number };
}

/** What of a payment is for the nights of one month: `part` of `whole` of its gross. */
export interface PaidPart {
  readonly month: Month;
  readonly payment: Payment;
  readonly part: number;
  readonly whole: number;
}

/** A payment by the month of its run. */
export interface RunPart {
  readonly month: Month;
  readonly payment: Payment;
}

/** What a child's costs and payments come to, told month by month. */
export interface Told {
  cost(part: CostPart): void;
  paid(part: PaidPart): void;
  run(part: RunPart): void;
}

/** Up to when nights are looked at: by their suppliers' runs, and by the day. */
export interface Passed {
  readonly dueTo: DueTo;
  /** The first night that has not passed. */
  readonly passedTo: DayNumber;
}

function tellCosts(child: CostsOfChild, months: readonly Month[], passed: Passed, told: Told) {
  // Where no run tells to which night it pays, a night is due once it has passed, or is paid.
  const dueTo = dueOfChild(child.settled, (element) => passed.dueTo(element) ?? passed.passedTo);
  for (const element of child.costs) {
    const dueEnd = dueTo(element) ?? passed.passedTo;
    for (const month of months) {
      const all = nightsWithin(element, month);
      if (all === 0) continue;
      const upTo = (end: DayNumber) =>
        nightsWithin(element, { from: month.from, to: Math.min(month.to, end) });
      const due = upTo(dueEnd);
      const passedOrPaid = upTo(Math.max(dueEnd, passed.passedTo));
      const nights = { due, unpaid: passedOrPaid - due, toCome: all - passedOrPaid };
      told.cost({ childId: child.childId, month, element, nights });
    }
  }
}

function within(day: DayNumber, { from, to }: Period): boolean {
  return from <= day && day < to;
}

/**
 * Tells what of one child's costs and payments is of which month. The month of a cost is that of its
 * nights; that of a payment is that of the nights it is for, by what they cost, and once more that
 * of the run that made it.
 */
export function tellChild(
  child: CostsOfChild,
  months: readonly Month[],
  passed: Passed,
  told: Told,
): void {
  tellCosts(child, months, passed, told);
  for (const payment of child.settled) {
    const nights = nightsPaid(payment);
    for (const month of months) {
      if (payment.status === 'actual' && within(payment.runDate, month)) {
        told.run({ month, payment });
      }
      if (nightsWithin(nights, month) === 0) continue;
      told.paid({ month, payment, ...shareWithin(payment, child.costs, month) });
    }
  }
}

/** A share of an amount to the penny, half a penny away from zero. */
export function shareOf(amount: Pence, { part, whole }: Pick<PaidPart, 'part' | 'whole'>): number {
  const magnitude =
    (BigInt(Math.abs(amount)) * BigInt(part) * 2n + BigInt(whole)) / (BigInt(whole) * 2n);
  return Number(amount < 0 ? -magnitude : magnitude);
}
