import { type Pence, penceOf } from '../../core/money.ts';
import { roundedDivision } from '../../core/nights.ts';
import type { DayNumber } from '../../core/plain-date.ts';
import type { CostElement, CostElementKind, Payment } from '../model.ts';
import type { Period } from './attribution.ts';
import { nightsPaid, paidWithin } from './paid-within.ts';

/** Payments of one line for the very same nights, taken together. */
export interface PaidItem {
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** What of them falls in the period. */
  readonly amount: number;
  readonly payments: readonly Payment[];
}

/** What is committed and paid for one element of one placement. */
export interface ComparedLine {
  readonly element: CostElementKind;
  readonly costs: readonly CostElement[];
  readonly items: readonly PaidItem[];
}

function itemsOf(
  payments: readonly Payment[],
  costs: readonly CostElement[],
  period: Period,
): PaidItem[] {
  const bySpan = new Map<string, Payment[]>();
  for (const payment of payments) {
    const { from, to } = nightsPaid(payment);
    const span = `${from} ${to}`;
    bySpan.set(span, [...(bySpan.get(span) ?? []), payment]);
  }
  const items = Array.from(bySpan.values(), (same): PaidItem => {
    const span = nightsPaid(same[0] as Payment);
    const from = Math.max(span.from, period.from);
    const to = Math.min(span.to, period.to);
    return { from, to, amount: paidWithin(same, costs, period), payments: same };
  });
  return items
    .filter(({ from, to }) => from < to)
    .toSorted((one, other) => one.from - other.from || one.to - other.to);
}

/**
 * The lines of one child: one for each element of each placement that is both committed and paid.
 * What is only one of the two stands together for its element: a cost may be held under another
 * placement than its payments.
 */
export function comparedLines(
  costs: readonly CostElement[],
  settled: readonly Payment[],
  period: Period,
): ComparedLine[] {
  const line = ({ placementStart, element }: Pick<Payment, 'placementStart' | 'element'>) =>
    `${element} ${placementStart}`;
  const committed = new Set(costs.map(line));
  const paid = new Set(settled.map(line));
  const lines = new Map<string, { costs: CostElement[]; payments: Payment[] }>();
  const at = (row: Pick<Payment, 'placementStart' | 'element'>) => {
    const key = committed.has(line(row)) && paid.has(line(row)) ? line(row) : row.element;
    const known = lines.get(key) ?? { costs: [], payments: [] };
    lines.set(key, known);
    return known;
  };
  for (const cost of costs) at(cost).costs.push(cost);
  for (const payment of settled) at(payment).payments.push(payment);
  return Array.from(lines.values(), ({ costs: own, payments }) => ({
    element: (own[0] ?? (payments[0] as Payment)).element,
    costs: own,
    items: itemsOf(payments, costs, period),
  }));
}

/** Night by night of a period, what a line costs a week, and whether that is due. */
export class LineNights {
  readonly #from: DayNumber;
  readonly #charged: number[];
  readonly #due: number[];

  constructor(
    costs: readonly CostElement[],
    { from, to }: Period,
    dueTo: (cost: CostElement) => DayNumber | undefined,
  ) {
    this.#from = from;
    this.#charged = new Array<number>(to - from).fill(0);
    this.#due = new Array<number>(to - from).fill(0);
    for (const cost of costs) {
      const end = Math.min(to, cost.to ?? to);
      const due = dueTo(cost) ?? to;
      for (let night = Math.max(from, cost.from); night < end; night += 1) {
        this.#charged[night - from] = this.chargedOn(night) + cost.weeklyRate;
        if (night < due) this.#due[night - from] = this.dueOn(night) + cost.weeklyRate;
      }
    }
  }

  /** The weekly rate of a night; nought outside the period. */
  chargedOn(night: DayNumber): number {
    return this.#charged[night - this.#from] ?? 0;
  }

  /** The weekly rate of a night that is due. */
  dueOn(night: DayNumber): number {
    return this.#due[night - this.#from] ?? 0;
  }

  /** What is due for nights, in pence, of those that `counts`. */
  dueWithin({ from, to }: Period, counts: (night: DayNumber) => boolean = () => true): number {
    let sum = 0;
    for (let night = from; night < to; night += 1) if (counts(night)) sum += this.dueOn(night);
    return roundedDivision(sum, 7);
  }

  /** The one weekly rate at which all of the nights are due; undefined where they differ. */
  oneRate({ from, to }: Period): Pence | undefined {
    const rate = this.dueOn(from);
    for (let night = from; night < to; night += 1) {
      if (this.dueOn(night) !== rate) return undefined;
    }
    return penceOf(rate);
  }
}
