import { type Pence, penceOf } from '../../core/money.ts';
import { NightlyTotal, nightsWithin } from '../../core/nights.ts';
import type { CostElement, Payment } from '../model.ts';
import { ApportionedTotal } from './apportioned-total.ts';
import type { Period } from './attribution.ts';
import { rowsByChild } from './by-child.ts';

/** What was committed for one child over a period against what was paid, gross. */
export interface CommittedAgainstPaid {
  readonly childId: string;
  readonly committedPence: Pence;
  /** Actual payments and accruals that no later payment replaces. */
  readonly paidPence: Pence;
  /** Payment lines that are commitments only, in neither figure beside them. */
  readonly commitmentLinesPence: Pence;
  /** Paid less committed: positive when more was paid than the package costs. */
  readonly differencePence: Pence;
}

function standing(payments: readonly Payment[]): Payment[] {
  const replaced = new Set<string>();
  for (const { correctsRef, paymentRef } of payments) {
    if (correctsRef !== undefined && correctsRef !== paymentRef) replaced.add(correctsRef);
  }
  return payments.filter((payment) => !replaced.has(payment.paymentRef));
}

function committed(elements: readonly CostElement[], period: Period): Pence {
  const total = new NightlyTotal();
  for (const element of elements) total.add(nightsWithin(element, period), element.weeklyRate);
  return total.pence;
}

function paid(payments: readonly Payment[], period: Period): Pence {
  const total = new ApportionedTotal();
  for (const payment of payments) {
    // Both days of a ledger's period count; one written backwards stands on its first day.
    const from = payment.periodFrom;
    const to = Math.max(payment.periodTo, from) + 1;
    total.add(payment.gross, nightsWithin({ from, to }, period), to - from);
  }
  return total.pence;
}

/**
 * Child by child, in order of identifier: nights × weekly rate ÷ 7 of the elements, and the
 * payments of the period. A payment that spans the period's edge counts by the share of its days
 * inside it; one that another corrects counts no more. Each figure is rounded once. Needs every
 * payment that corrects another beside the one it corrects.
 */
export function committedAgainstPayments(
  elements: readonly CostElement[],
  payments: readonly Payment[],
  period: Period,
): CommittedAgainstPaid[] {
  const elementsByChild = rowsByChild(elements);
  const paymentsByChild = rowsByChild(standing(payments));
  const childIds = new Set([...elementsByChild.keys(), ...paymentsByChild.keys()]);
  return [...childIds].sort().map((childId) => {
    const lines = paymentsByChild.get(childId) ?? [];
    const commitments = lines.filter((line) => line.status === 'commitment');
    const settled = lines.filter((line) => line.status !== 'commitment');
    const committedPence = committed(elementsByChild.get(childId) ?? [], period);
    const paidPence = paid(settled, period);
    return {
      childId,
      committedPence,
      paidPence,
      commitmentLinesPence: paid(commitments, period),
      differencePence: penceOf(paidPence - committedPence),
    };
  });
}
