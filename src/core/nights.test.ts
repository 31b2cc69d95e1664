import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { penceOf } from './money.ts';
import { holdsNight, NightlyTotal, nightsWithin, roundedDivision } from './nights.ts';

const run = fc.record({
  from: fc.integer({ min: -40, max: 40 }),
  to: fc.option(fc.integer({ min: -40, max: 40 }), { nil: undefined }),
});
const period = fc
  .record({ from: fc.integer({ min: -40, max: 40 }), nights: fc.nat(60) })
  .map(({ from, nights }) => ({ from, to: from + nights }));

describe('a run of nights', () => {
  it.each([
    [10, 12, 9, false],
    [10, 12, 10, true],
    [10, 12, 11, true],
    [10, 12, 12, false],
    [10, undefined, 5000, true],
    [10, 10, 10, false],
  ])('from %i to %s holds night %i: %s', (from, to, night, holds) => {
    expect(holdsNight({ from, to }, night)).toBe(holds);
  });

  it('has as many nights in a period as counting them one by one finds', () => {
    fc.assert(
      fc.property(run, period, (each, { from, to }) => {
        let counted = 0;
        for (let night = from; night < to; night++) counted += holdsNight(each, night) ? 1 : 0;
        expect(nightsWithin(each, { from, to })).toBe(counted);
      }),
    );
  });
});

describe('roundedDivision', () => {
  it.each([
    [7, 2, 4],
    [-7, 2, -4],
    [1, 3, 0],
    [-1, 3, 0],
    [Number.MAX_SAFE_INTEGER, 1, Number.MAX_SAFE_INTEGER],
  ])('%i by %i is %i', (dividend, divisor, rounded) => {
    expect(roundedDivision(dividend, divisor)).toBe(rounded);
  });

  it('agrees with exact arithmetic, half away from nought', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 5000 }), (dividend, divisor) => {
        const magnitude = BigInt(Math.abs(dividend));
        const exact = (2n * magnitude + BigInt(divisor)) / (2n * BigInt(divisor));
        expect(BigInt(roundedDivision(dividend, divisor))).toBe(dividend < 0 ? -exact : exact);
      }),
    );
  });

  it('refuses what is beyond exact arithmetic', () => {
    expect(() => roundedDivision(2 ** 53, 7)).toThrow(RangeError);
    expect(() => roundedDivision(0.5, 7)).toThrow(RangeError);
  });
});

describe('NightlyTotal', () => {
  it('rounds once, at the end', () => {
    const total = new NightlyTotal();
    for (let night = 0; night < 7; night++) total.add(1, penceOf(100));
    expect(total.pence).toBe(100);
    expect(total.nights).toBe(7);
  });

  it('agrees with exact arithmetic on the sum', () => {
    const charge = fc.tuple(fc.nat(4000), fc.integer({ min: -2_000_000, max: 2_000_000 }));
    fc.assert(
      fc.property(fc.array(charge, { maxLength: 50 }), (charges) => {
        const total = new NightlyTotal();
        let exact = 0n;
        for (const [nights, rate] of charges) {
          total.add(nights, penceOf(rate));
          exact += BigInt(nights) * BigInt(rate);
        }
        const magnitude = exact < 0n ? -exact : exact;
        const rounded = (2n * magnitude + 7n) / 14n;
        expect(BigInt(total.pence)).toBe(exact < 0n ? -rounded : rounded);
      }),
    );
  });

  it('averages over its own nights or those given, and over none not at all', () => {
    const total = new NightlyTotal();
    expect(total.averageWeekly()).toBeUndefined();
    total.add(3, penceOf(70_000));
    total.add(1, penceOf(30_000));
    expect(total.averageWeekly()).toBe(60_000);
    expect(total.averageWeekly(8)).toBe(30_000);
    expect(total.averageWeekly(0)).toBeUndefined();
  });
});
