import { type Pence, penceOf } from './money.ts';
import type { DayNumber } from './plain-date.ts';

/**
 * A run of nights: the night of `from` counts, the night of `to` does not.
 * An open run (`to` undefined) has no end yet. The glossary: "Child-night".
 */
export interface Nights {
  readonly from: DayNumber;
  readonly to: DayNumber | undefined;
}

/** Whether the run holds this night: `from ≤ night` and (`to` is empty or `night < to`). */
export function holdsNight(run: Nights, night: DayNumber): boolean {
  return run.from <= night && (run.to === undefined || night < run.to);
}

/** How many nights of the run fall in the period. Never negative. */
export function nightsWithin(run: Nights, period: { from: DayNumber; to: DayNumber }): number {
  const from = Math.max(run.from, period.from);
  const to = run.to === undefined ? period.to : Math.min(run.to, period.to);
  return Math.max(0, to - from);
}

/**
 * Nights at a weekly rate, summed exactly and rounded once when the total is asked for
 * (nights × weekly rate ÷ 7, half a penny away from zero).
 */
export class NightlyTotal {
  #penceNights = 0;
  #nights = 0;

  /** Adds so many nights at a weekly rate in pence. */
  add(nights: number, weeklyRate: Pence): void {
    this.#penceNights += nights * weeklyRate;
    this.#nights += nights;
  }

  get nights(): number {
    return this.#nights;
  }

  /** Nights × weekly rate, summed: seven times the cost, for taking one total from another unrounded. */
  get penceNights(): number {
    return this.#penceNights;
  }

  /** Adds what another total holds, unrounded. */
  addTotal(other: NightlyTotal): void {
    this.#penceNights += other.#penceNights;
    this.#nights += other.#nights;
  }

  /** The cost in pence, rounded once. Throws a RangeError when the sum is beyond exact arithmetic. */
  get pence(): Pence {
    return roundedDivision(this.#penceNights, 7);
  }

  /** The average weekly cost in pence of the nights added, or undefined when there were none. */
  averageWeekly(nights: number = this.#nights): Pence | undefined {
    return nights === 0 ? undefined : roundedDivision(this.#penceNights, nights);
  }
}

/** Divides whole numbers and rounds half away from zero, exactly. */
export function roundedDivision(dividend: number, divisor: number): Pence {
  if (!Number.isSafeInteger(dividend)) {
    throw new RangeError(`${dividend} is beyond exact whole-number arithmetic`);
  }
  const magnitude = Math.abs(dividend);
  const quotient = Math.floor(magnitude / divisor);
  const remainder = magnitude - quotient * divisor;
  const rounded = remainder * 2 >= divisor ? quotient + 1 : quotient;
  return penceOf(Math.sign(dividend) * rounded);
}
