import { type Pence, penceOf } from '../../core/money.ts';
import { NightlyTotal } from '../../core/nights.ts';
import { nightsOutsideShortBreaks } from '../care-cost/attribution.ts';
import {
  costsAndPayments,
  type DueTo,
  dueOfChild,
} from '../care-cost/committed-against-payments.ts';
import { paidWithin } from '../care-cost/paid-within.ts';
import type { CostElement, Payment } from '../model.ts';
import type { ChildFacts } from './weekly-report/facts.ts';
import type { Week } from './weekly-report/week.ts';

/** What of the nights that have been is paid, and what awaits its supplier’s run. */
export type PaidOfLine = {
  readonly paid: Pence;
  /** The part of it that finance has accrued and no payment has replaced. */
  readonly accruals: Pence;
  /** Nights that have been and that a run still to come pays. */
  readonly accrued: Pence;
};

/** The same by budget line: cost centre and subjective. */
export interface PaidByLine {
  of(costCentre: string | null, subjective: string | null): PaidOfLine;
  readonly all: PaidOfLine;
}

interface Counted {
  paid: number;
  accruals: number;
  readonly accrued: NightlyTotal;
}

type Coded = Pick<Payment, 'costCentre' | 'subjective'>;

const keyOf = (costCentre: string | null | undefined, subjective: string | null | undefined) =>
  JSON.stringify([costCentre ?? '', subjective ?? '']);

function byLine(payments: readonly Payment[]): Map<string, Payment[]> {
  const lines = new Map<string, Payment[]>();
  for (const payment of payments) {
    const key = keyOf(payment.costCentre, payment.subjective);
    lines.set(key, [...(lines.get(key) ?? []), payment]);
  }
  return lines;
}

function finished({ paid, accruals, accrued }: Counted): PaidOfLine {
  return { paid: penceOf(paid), accruals: penceOf(accruals), accrued: accrued.pence };
}

/**
 * What is paid of the year to date by the codes of payments, and what of the cost by the codes of
 * costs awaits the run that is to pay it. Payments tell no short breaks apart; those nights are in
 * what is paid and not in what is accrued.
 */
export function paidByLine(
  facts: readonly ChildFacts[],
  { elements, payments }: { elements: readonly CostElement[]; payments: readonly Payment[] },
  week: Week,
  dueTo: DueTo,
): PaidByLine {
  const lines = new Map<string, Counted>();
  const at = ({ costCentre, subjective }: Coded): Counted => {
    const key = keyOf(costCentre, subjective);
    const known = lines.get(key) ?? { paid: 0, accruals: 0, accrued: new NightlyTotal() };
    lines.set(key, known);
    return known;
  };
  const careOf = new Map(facts.map(({ childId, care }) => [childId, care]));
  const all = { paid: 0, accruals: 0, accrued: new NightlyTotal() };
  for (const { childId, costs, settled } of costsAndPayments(elements, payments)) {
    for (const own of byLine(settled).values()) {
      const [first] = own;
      const line = first && at(first);
      const paid = paidWithin(own, costs, week.yearToDate);
      const accruals = own.filter(({ status }) => status === 'accrual');
      const ofThem = paidWithin(accruals, costs, week.yearToDate);
      for (const each of [line, all]) {
        if (each === undefined) continue;
        each.paid += paid;
        each.accruals += ofThem;
      }
    }
    const due = dueOfChild(settled, dueTo);
    const care = careOf.get(childId) ?? { spans: [], shortBreaks: [] };
    for (const cost of costs) {
      const from = due(cost);
      if (from === undefined || (cost.to !== undefined && cost.to <= from)) continue;
      const run = { from: Math.max(from, cost.from), to: cost.to };
      const nights = nightsOutsideShortBreaks(run, week.yearToDate, care);
      if (nights === 0) continue;
      for (const each of [at(cost), all]) each.accrued.add(nights, cost.weeklyRate);
    }
  }
  const none = { paid: 0, accruals: 0, accrued: new NightlyTotal() };
  return {
    of: (costCentre, subjective) => finished(lines.get(keyOf(costCentre, subjective)) ?? none),
    all: finished(all),
  };
}
