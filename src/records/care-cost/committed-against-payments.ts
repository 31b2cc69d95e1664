import { type Pence, penceOf } from '../../core/money.ts';
import { NightlyTotal, nightsWithin } from '../../core/nights.ts';
import type { DayNumber } from '../../core/plain-date.ts';
import type { CostElement, Payment } from '../model.ts';
import type { Period } from './attribution.ts';
import { rowsByChild } from './by-child.ts';
import { nightsPaid, paidWithin, standing } from './paid-within.ts';

/** What was committed for one child over a period against what was paid, gross. */
export interface CommittedAgainstPaid {
  readonly childId: string;
  readonly committedPence: Pence;
  /** What of it is for nights that should have been paid by now. */
  readonly duePence: Pence;
  /** The rest: nights that are paid by a run still to come. */
  readonly awaitingPence: Pence;
  /** Actual payments and accruals that no later payment replaces. */
  readonly paidPence: Pence;
  /** The part of what was paid that is only accrued so far. */
  readonly accrualsPence: Pence;
  /** Payment lines that are commitments only, in no figure beside them. */
  readonly commitmentLinesPence: Pence;
  /** Paid less due: positive when more was paid than the package costs. */
  readonly differencePence: Pence;
}

/** The first night of an element that is not yet due to be paid; undefined where every night is. */
export type DueTo = (element: CostElement) => DayNumber | undefined;

const EVERY_NIGHT: DueTo = () => undefined;

const lineOf = ({ placementStart, element }: Pick<Payment, 'placementStart' | 'element'>) =>
  `${placementStart} ${element}`;

/** When the nights of one child's elements are due: as their stream, or as far as they themselves are paid; a credit, or a line of nought, pays none. */
export function dueOfChild(settled: readonly Payment[], dueTo: DueTo): DueTo {
  const paidTo = new Map<string, DayNumber>();
  for (const payment of settled) {
    if (payment.gross <= 0) continue;
    const { to } = nightsPaid(payment);
    paidTo.set(lineOf(payment), Math.max(paidTo.get(lineOf(payment)) ?? to, to));
  }
  return (element) => {
    const due = dueTo(element);
    return due === undefined ? undefined : Math.max(due, paidTo.get(lineOf(element)) ?? due);
  };
}

function committed(elements: readonly CostElement[], period: Period, dueTo: DueTo): Pence {
  const total = new NightlyTotal();
  for (const element of elements) {
    const to = Math.min(period.to, dueTo(element) ?? period.to);
    total.add(nightsWithin(element, { from: period.from, to }), element.weeklyRate);
  }
  return total.pence;
}

const isAccrual = ({ status }: Payment) => status === 'accrual';

/** What one child costs and what was paid for it, of the payments that no later one corrects. */
export interface OfChild {
  readonly childId: string;
  readonly costs: readonly CostElement[];
  /** Actual payments and accruals. */
  readonly settled: readonly Payment[];
  readonly commitments: readonly Payment[];
}

/** Costs and payments child by child, in order of identifier. */
export function costsAndPayments(
  elements: readonly CostElement[],
  payments: readonly Payment[],
): OfChild[] {
  const elementsByChild = rowsByChild(elements);
  const paymentsByChild = rowsByChild(standing(payments));
  const childIds = new Set([...elementsByChild.keys(), ...paymentsByChild.keys()]);
  return [...childIds].sort().map((childId) => {
    const lines = paymentsByChild.get(childId) ?? [];
    return {
      childId,
      costs: elementsByChild.get(childId) ?? [],
      settled: lines.filter(({ status }) => status !== 'commitment'),
      commitments: lines.filter(({ status }) => status === 'commitment'),
    };
  });
}

/** One child's figures; see `committedAgainstPayments`. */
export function againstPayments(
  { childId, costs, settled, commitments }: OfChild,
  period: Period,
  dueTo: DueTo = EVERY_NIGHT,
): CommittedAgainstPaid {
  const committedPence = committed(costs, period, EVERY_NIGHT);
  const duePence = committed(costs, period, dueOfChild(settled, dueTo));
  const paidPence = paidWithin(settled, costs, period);
  return {
    childId,
    committedPence,
    duePence,
    awaitingPence: penceOf(committedPence - duePence),
    paidPence,
    accrualsPence: paidWithin(settled.filter(isAccrual), costs, period),
    commitmentLinesPence: paidWithin(commitments, costs, period),
    differencePence: penceOf(paidPence - duePence),
  };
}

/**
 * Child by child, in order of identifier: nights × weekly rate ÷ 7 of the elements, and the
 * payments of the period. A payment that spans the period's edge counts by the share of its nights'
 * cost inside it; one that another corrects counts no more. Each figure is rounded once, but what
 * awaits payment, which is the rest. Needs every payment that corrects another beside the one it
 * corrects.
 */
export function committedAgainstPayments(
  elements: readonly CostElement[],
  payments: readonly Payment[],
  period: Period,
  dueTo: DueTo = EVERY_NIGHT,
): CommittedAgainstPaid[] {
  return costsAndPayments(elements, payments).map((of) => againstPayments(of, period, dueTo));
}
