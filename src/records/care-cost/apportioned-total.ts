import { type Pence, penceOf } from '../../core/money.ts';

/** Shares of amounts (amount × part ÷ whole), summed exactly and rounded once, half a penny away from zero. */
export class ApportionedTotal {
  /** Amounts that count whole, as nearly all do. */
  #whole = 0;
  /** Sums of amount × part by the whole they are parts of: few wholes recur among many payments. */
  readonly #byWhole = new Map<number, bigint>();

  /** Adds `part` days of an amount that covers `whole` days. */
  add(amount: Pence, part: number, whole: number): void {
    if (part === 0) return;
    if (part === whole) {
      this.#whole += amount;
      return;
    }
    const share = BigInt(amount) * BigInt(part);
    this.#byWhole.set(whole, (this.#byWhole.get(whole) ?? 0n) + share);
  }

  /** Throws a RangeError when the sum is beyond exact pence. */
  get pence(): Pence {
    if (this.#byWhole.size === 0) return penceOf(this.#whole);
    let numerator = BigInt(penceOf(this.#whole));
    let denominator = 1n;
    for (const [whole, sum] of this.#byWhole) {
      numerator = numerator * BigInt(whole) + sum * denominator;
      denominator *= BigInt(whole);
    }
    const magnitude = numerator < 0n ? -numerator : numerator;
    const rounded = (magnitude * 2n + denominator) / (denominator * 2n);
    return penceOf(Number(numerator < 0n ? -rounded : rounded));
  }
}
