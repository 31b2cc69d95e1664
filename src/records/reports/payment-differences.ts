import { type Pence, penceOf } from '../../core/money.ts';
import type { DayNumber } from '../../core/plain-date.ts';
import type { Period } from '../care-cost/attribution.ts';
import { committedAgainstPayments } from '../care-cost/committed-against-payments.ts';
import type { CostElement, Payment } from '../model.ts';

/** How what was paid for a child stands to what was committed. */
export const PAYMENT_STATES = ['over-paid', 'under-paid', 'matched'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** One child's committed cost of the year to date against the payments for it. */
export type Difference = {
  readonly childId: string;
  readonly package: string;
  readonly state: PaymentState;
  readonly committed: Pence;
  readonly paid: Pence;
  /** The part of what was paid that is only accrued so far. */
  readonly accruals: Pence;
  readonly commitments: Pence;
  readonly difference: Pence;
  /** The difference without its sign, to sort by. */
  readonly size: Pence;
};

function stateOf(difference: Pence, matchedWithin: Pence): PaymentState {
  if (Math.abs(difference) < matchedWithin) return 'matched';
  return difference > 0 ? 'over-paid' : 'under-paid';
}

/** What each child's accruals that still stand come to: all other payments count, but as nothing. */
function accrualsByChild(payments: readonly Payment[], period: Period): Map<string, Pence> {
  const accrued = payments.map((payment) =>
    payment.status === 'accrual' ? payment : { ...payment, gross: penceOf(0) },
  );
  const lines = committedAgainstPayments([], accrued, period);
  return new Map(lines.map(({ childId, paidPence }) => [childId, paidPence]));
}

/**
 * Committed cost against payments over the period, child by child; children with neither are left
 * out. A difference of less than `matchedWithin` counts as none: single payments are each rounded.
 */
export function paymentDifferences(
  elements: readonly CostElement[],
  payments: readonly Payment[],
  period: Period,
  pseudonym: (childId: string) => string,
  matchedWithin: Pence,
): Difference[] {
  const accruals = accrualsByChild(payments, period);
  return committedAgainstPayments(elements, payments, period).flatMap((line) => {
    const { childId, committedPence, paidPence, commitmentLinesPence, differencePence } = line;
    if (committedPence === 0 && paidPence === 0 && commitmentLinesPence === 0) return [];
    return {
      childId,
      package: pseudonym(childId),
      state: stateOf(differencePence, matchedWithin),
      committed: committedPence,
      paid: paidPence,
      accruals: accruals.get(childId) ?? penceOf(0),
      commitments: commitmentLinesPence,
      difference: differencePence,
      size: penceOf(Math.abs(differencePence)),
    };
  });
}

/** The last day of the period for which an actual payment is recorded; undefined when there is none. */
export function lastDayPaid(payments: readonly Payment[], period: Period): DayNumber | undefined {
  let last: DayNumber | undefined;
  for (const { status, periodFrom, periodTo } of payments) {
    if (status !== 'actual' || periodTo < period.from || periodFrom >= period.to) continue;
    last = Math.max(last ?? periodTo, periodTo);
  }
  return last === undefined ? undefined : Math.min(last, period.to - 1);
}

/** The columns of the differences that are sums of money. */
export const DIFFERENCE_SUMS = [
  'committed',
  'paid',
  'accruals',
  'commitments',
  'difference',
] as const;

/** What the rows come to, each sum of money in all. */
export function sumsOf(
  rows: readonly Difference[],
): Readonly<Record<(typeof DIFFERENCE_SUMS)[number], Pence>> {
  const sum = (key: (typeof DIFFERENCE_SUMS)[number]) =>
    penceOf(rows.reduce((so, row) => so + row[key], 0));
  return {
    committed: sum('committed'),
    paid: sum('paid'),
    accruals: sum('accruals'),
    commitments: sum('commitments'),
    difference: sum('difference'),
  };
}
