import { type Pence, penceOf } from '../../core/money.ts';
import type { Period } from '../care-cost/attribution.ts';
import {
  againstPayments,
  costsAndPayments,
  type DueTo,
} from '../care-cost/committed-against-payments.ts';
import { explainDifference } from '../care-cost/explain-difference.ts';
import type { CostElement, Payment } from '../model.ts';
import { explanationInWords } from './explanation-in-words.ts';

/** How what was paid for a child stands to what was committed. */
export const PAYMENT_STATES = ['over-paid', 'under-paid', 'matched'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** Whether what explains a difference comes to all of it. */
export const EXPLAINED = ['whole', 'not-whole'] as const;
export type Explained = (typeof EXPLAINED)[number];

/** One child's committed cost of the year to date against the payments for it. */
export type Difference = {
  readonly childId: string;
  readonly package: string;
  readonly state: PaymentState;
  readonly committed: Pence;
  /** The part of it for nights that should have been paid by now. */
  readonly due: Pence;
  /** The rest: nights that a run still to come pays. */
  readonly awaiting: Pence;
  readonly paid: Pence;
  /** The part of what was paid that is only accrued so far. */
  readonly accruals: Pence;
  readonly commitments: Pence;
  /** Paid less due. */
  readonly difference: Pence;
  /** The difference without its sign, to sort by. */
  readonly size: Pence;
  /** What explains the difference, in words; null where there is none. */
  readonly explanation: string | null;
  /** Whether that comes to all of it. */
  readonly explained: Explained | null;
};

function stateOf(difference: Pence, matchedWithin: Pence): PaymentState {
  if (Math.abs(difference) < matchedWithin) return 'matched';
  return difference > 0 ? 'over-paid' : 'under-paid';
}

/** How differences are counted. */
export interface Counting {
  readonly period: Period;
  /** A difference of less counts as none: single payments are each rounded. */
  readonly matchedWithin: Pence;
  /** Up to which night a cost should have been paid; every night of the period unless given. */
  readonly dueTo?: DueTo | undefined;
}

/**
 * Committed cost against payments over the period, child by child: paid less what is due of it.
 * Children with neither are left out.
 */
export function paymentDifferences(
  elements: readonly CostElement[],
  payments: readonly Payment[],
  { period, matchedWithin, dueTo }: Counting,
  pseudonym: (childId: string) => string,
): Difference[] {
  return costsAndPayments(elements, payments).flatMap((of) => {
    const line = againstPayments(of, period, dueTo);
    const { childId, committedPence, paidPence, commitmentLinesPence, differencePence } = line;
    if (committedPence === 0 && paidPence === 0 && commitmentLinesPence === 0) return [];
    const state = stateOf(differencePence, matchedWithin);
    const differing = { ...of, period, dueTo, difference: differencePence, matchedWithin };
    const explained = state === 'matched' ? undefined : explainDifference(differing);
    return {
      childId,
      package: pseudonym(childId),
      state,
      committed: committedPence,
      due: line.duePence,
      awaiting: line.awaitingPence,
      paid: paidPence,
      accruals: line.accrualsPence,
      commitments: commitmentLinesPence,
      difference: differencePence,
      size: penceOf(Math.abs(differencePence)),
      explanation: explained === undefined ? null : explanationInWords(explained, differencePence),
      explained: explained === undefined ? null : explained.isWhole ? 'whole' : 'not-whole',
    };
  });
}

/** The columns of the differences that are sums of money. */
const DIFFERENCE_SUMS = [
  'committed',
  'due',
  'awaiting',
  'paid',
  'accruals',
  'commitments',
  'difference',
] as const;
export type DifferenceSum = (typeof DIFFERENCE_SUMS)[number];

/** What the rows come to, each sum of money in all. */
export function sumsOf(rows: readonly Difference[]): Readonly<Record<DifferenceSum, Pence>> {
  const sums = DIFFERENCE_SUMS.map((key) => {
    return [key, penceOf(rows.reduce((so, row) => so + row[key], 0))] as const;
  });
  return Object.fromEntries(sums) as Record<DifferenceSum, Pence>;
}
