import { NOTHING, type Pence, penceOf } from '../../core/money.ts';
import { roundedDivision } from '../../core/nights.ts';
import { ApportionedTotal } from '../care-cost/apportioned-total.ts';

/** What the nights of one month cost and what was paid for them, under one code; each rounded to the penny once, by itself. */
export interface MonthCost {
  /** What the nights cost as recorded, those to come too. */
  readonly committed: Pence;
  /** The part for nights that a run has paid, or should have. */
  readonly due: Pence;
  /** Actual payments for the nights. */
  readonly paid: Pence;
  /** Nights that have passed and that no run has paid yet, and what finance itself has accrued. */
  readonly accrued: Pence;
  /** The part of it that finance has accrued, in lines of payments. */
  readonly accrualLines: Pence;
  /** Nights still to come, as recorded. */
  readonly toCome: Pence;
  /** Paid and accrued by finance, less due: above nought more was paid than the nights cost. */
  readonly difference: Pence;
  /** Paid, accrued and to come: what is committed, and the difference. */
  readonly expected: Pence;
  /** What runs of the month paid, for whichever nights. */
  readonly paidInRuns: Pence;
}

/** A month in which nothing was charged or paid. */
export const NO_COST: MonthCost = {
  ...{ committed: NOTHING, due: NOTHING, paid: NOTHING, accrued: NOTHING, toCome: NOTHING },
  ...{ accrualLines: NOTHING, difference: NOTHING, expected: NOTHING, paidInRuns: NOTHING },
};

/** Counts one code's month exactly, and rounds when it is asked. */
export class MonthCount {
  #due = 0;
  #unpaid = 0;
  #toCome = 0;
  #runs = 0;
  readonly paid = new ApportionedTotal();
  readonly accrualLines = new ApportionedTotal();

  /** Adds nights × weekly rate: due, passed and not paid, to come. */
  addCost(nights: { due: number; unpaid: number; toCome: number }, weeklyRate: Pence): void {
    this.#due += nights.due * weeklyRate;
    this.#unpaid += nights.unpaid * weeklyRate;
    this.#toCome += nights.toCome * weeklyRate;
  }

  /** Adds a payment that a run of the month made. */
  addRun(gross: Pence): void {
    this.#runs += gross;
  }

  /** The month, its parts making up the whole to the penny: each is what the sum up to it is more than the sum before it. */
  get cost(): MonthCost {
    const due = roundedDivision(this.#due, 7);
    const passed = roundedDivision(this.#due + this.#unpaid, 7);
    const committed = roundedDivision(this.#due + this.#unpaid + this.#toCome, 7);
    const accrualLines = this.accrualLines.pence;
    const paid = this.paid.pence;
    const difference = penceOf(paid + accrualLines - due);
    return {
      committed,
      due,
      paid,
      accrualLines,
      accrued: penceOf(passed - due + accrualLines),
      toCome: penceOf(committed - passed),
      difference,
      expected: penceOf(committed + difference),
      paidInRuns: penceOf(this.#runs),
    };
  }
}

/** Sums of months, or of codes: plain addition of what is rounded already, so that a page adds up. */
export function sumOfMonths(months: Iterable<MonthCost>): MonthCost {
  const sum: Record<keyof MonthCost, number> = { ...NO_COST };
  for (const month of months) {
    for (const key of Object.keys(sum) as (keyof MonthCost)[]) sum[key] += month[key];
  }
  return Object.fromEntries(
    Object.entries(sum).map(([key, value]) => [key, penceOf(value)]),
  ) as unknown as MonthCost;
}
