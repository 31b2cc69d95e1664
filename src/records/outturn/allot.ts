import { type Pence, penceOf } from '../../core/money.ts';

/** A sum in whole pence by weights that are nought or more, to the penny: what is left over goes to the largest remainders. Nothing is allotted where every weight is nought. */
export function allot(sum: Pence, weights: readonly number[]): Pence[] {
  const whole = weights.reduce((so, weight) => so + BigInt(weight), 0n);
  if (whole === 0n) return weights.map(() => penceOf(0));
  const magnitude = BigInt(Math.abs(sum));
  const shares = weights.map((weight, at) => {
    const share = magnitude * BigInt(weight);
    return { at, pence: share / whole, rest: share % whole };
  });
  let left = magnitude - shares.reduce((so, { pence }) => so + pence, 0n);
  const byRest = shares.toSorted((one, other) =>
    other.rest > one.rest ? 1 : other.rest < one.rest ? -1 : 0,
  );
  for (const share of byRest) {
    if (left === 0n) break;
    share.pence += 1n;
    left -= 1n;
  }
  return shares.map(({ pence }) => penceOf(Math.sign(sum) * Number(pence)));
}
