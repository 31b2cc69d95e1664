import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decimalPounds,
  NOTHING,
  parsePounds,
  penceOf,
  poundsAndPence,
  wholePounds,
} from './money.ts';

const amount = fc.maxSafeInteger().map(penceOf);

describe('penceOf', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %d', (value) => {
    expect(() => penceOf(value)).toThrow(RangeError);
  });

  it('has one nought', () => {
    expect(Object.is(penceOf(-0), 0)).toBe(true);
    expect(NOTHING).toBe(0);
  });
});

describe('parsePounds', () => {
  it.each([
    ['1234.5', 123_450],
    ['£1,234.50', 123_450],
    ['1,234,567', 123_456_700],
    ['-12.00', -1200],
    ['-£12', -1200],
    ['£-12', -1200],
    ['(12.00)', -1200],
    ['(£1,200)', -120_000],
    [' 0 ', 0],
    ['-0', 0],
    ['0.07', 7],
  ] as const)('reads %j', (text, pence) => {
    expect(parsePounds(text)).toBe(pence);
  });

  it.each([
    '',
    '£',
    '12.345',
    '1,23',
    '12,3456',
    '1 234',
    '--12',
    '-£-12',
    '(-12)',
    '12p',
    '.50',
    '1e3',
    '90071992547409.92',
  ])('does not read %j', (text) => {
    expect(parsePounds(text)).toBeUndefined();
  });

  it('reads back whatever was written', () => {
    fc.assert(
      fc.property(amount, (pence) => {
        expect(parsePounds(decimalPounds(pence))).toBe(pence);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }).map(penceOf), (pence) => {
        expect(parsePounds(poundsAndPence(pence))).toBe(pence);
      }),
    );
  });
});

describe('writing', () => {
  it.each([
    [0, '£0.00', '£0', '0.00'],
    [5, '£0.05', '£0', '0.05'],
    [123_450, '£1,234.50', '£1,235', '1234.50'],
    [-123_450, '-£1,234.50', '-£1,235', '-1234.50'],
    [-7, '-£0.07', '-£0', '-0.07'],
  ] as const)('%i pence', (pence, exact, whole, decimal) => {
    expect(poundsAndPence(penceOf(pence))).toBe(exact);
    expect(wholePounds(penceOf(pence))).toBe(whole);
    expect(decimalPounds(penceOf(pence))).toBe(decimal);
  });
});
