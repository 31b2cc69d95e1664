function leastCommonMultiple(one: bigint, other: bigint): bigint {
  let [larger, smaller] = [one, other];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return (one / larger) * other;
}

/** A fraction of whole numbers, never rounded until asked. */
export class Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;

  constructor(numerator: bigint, denominator = 1n) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  plus(other: Fraction): Fraction {
    const whole = leastCommonMultiple(this.denominator, other.denominator);
    return new Fraction(
      this.numerator * (whole / this.denominator) + other.numerator * (whole / other.denominator),
      whole,
    );
  }

  /** To a whole number, a half away from zero. */
  rounded(): number {
    const twice = this.numerator * 2n;
    const sign = twice < 0n ? -1n : 1n;
    return Number((twice + sign * this.denominator) / (2n * this.denominator));
  }
}
