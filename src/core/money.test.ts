import { describe, expect, it } from 'vitest';
import { decimalPounds, NOTHING, penceOf, poundsAndPence, wholePounds } from './money.ts';

describe('penceOf', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %d', (value) => {
    expect(() => penceOf(value)).toThrow(RangeError);
  });

  it('has one nought', () => {
    expect(Object.is(penceOf(-0), 0)).toBe(true);
    expect(NOTHING).toBe(0);
  });
});

describe('writing', () => {
  it.each([
    [0, '£0.00', '£0', '0.00'],
    [5, '£0.05', '£0', '0.05'],
    [123_450, '£1,234.50', '£1,235', '1234.50'],
    [-123_450, '-£1,234.50', '-£1,235', '-1234.50'],
    [-7, '-£0.07', '£0', '-0.07'],
  ] as const)('%i pence', (pence, exact, whole, decimal) => {
    expect(poundsAndPence(penceOf(pence))).toBe(exact);
    expect(wholePounds(penceOf(pence))).toBe(whole);
    expect(decimalPounds(penceOf(pence))).toBe(decimal);
  });
});
