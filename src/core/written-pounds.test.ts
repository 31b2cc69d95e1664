import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalPounds, penceOf, poundsAndPence } from './money.ts';
import { parsePounds, poundsFault } from './written-pounds.ts';

const amount = fc.maxSafeInteger().map(penceOf);

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
    ['1,234.50-', -123_450],
    ['1234.50 -', -123_450],
    ['1,234.50CR', -123_450],
    ['1234.50 cr', -123_450],
    ['1234.50 DR', 123_450],
    ['£ (1,234.50)', -123_450],
    ['£(1,234.50)', -123_450],
    ['( 1,234.50 )', -123_450],
    ['−1234.50', -123_450],
    ['–£1,234.50', -123_450],
    ['+12', 1200],
    ['-', 0],
    ['£ -', 0],
    [' £-   ', 0],
    ['1234.5000', 123_450],
    ['1.5000', 150],
    ['0.500', 50],
    ['1,234.500', 123_450],
    ['1 234', 123_400],
    ['1 234 567.89', 123_456_789],
    ['£1\u00a0234.50', 123_450],
    ['GBP 1,234.50', 123_450],
    ['1234.50 GBP', 123_450],
  ] as const)('reads %j', (text, pence) => {
    expect(parsePounds(text)).toBe(pence);
  });

  it.each([
    '',
    '£',
    '12.345',
    '1,23',
    '12,3456',
    '--12',
    '-£-12',
    '(-12)',
    '12p',
    '.50',
    '1e3',
    '90071992547409.92',
    '1.234,50',
    '1234,50',
    '1,23,4.50',
    '1,234 567',
    '1.500',
    '850.000',
    '1.2E+3',
    '(12.00) CR',
    '-12.00 DR',
    '12.00 CR-',
    '1234.567',
    '$12',
    '€12',
    '#REF!',
    '12.00.00',
    '1 23',
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

const SIGNS: readonly ((text: string) => string)[] = [
  ...[(text: string) => `-${text}`, (text: string) => `${text}-`, (text: string) => `(${text})`],
  ...[(text: string) => `${text} CR`, (text: string) => `−${text}`, (text: string) => `- ${text}`],
];
const FORMS: readonly ((pounds: string, pence: string) => string)[] = [
  (pounds, pence) => `${pounds}.${pence}`,
  (pounds, pence) => `${pounds.replace(/\B(?=(\d{3})+$)/g, ',')}.${pence}`,
  (pounds, pence) => `${pounds.replace(/\B(?=(\d{3})+$)/g, ' ')}.${pence}`,
  (pounds, pence) => `${pounds.replace(/\B(?=(\d{3})+$)/g, '\u202f')}.${pence}`,
  (pounds, pence) => `${pounds.replace(/\B(?=(\d{3})+$)/g, '.')},${pence}`,
  (pounds, pence) => `${pounds.replace(/\B(?=(\d{3})+$)/g, "'")}.${pence}`,
  (pounds, pence) => `${pounds},${pence}`,
  (pounds, pence) => `${pounds}.${pence}0`,
  (pounds, pence) => `${pounds}.${pence}00`,
  (pounds, pence) => `${pounds}.${pence}5`,
  (pounds, pence) => Number(`${pounds}.${pence}`).toExponential(3),
];

describe('every way of writing an amount', () => {
  it('reads back to the penny or is refused', () => {
    const pence = fc.integer({ min: 1, max: 1e10 });
    const one = fc.constantFrom;
    let read = 0;
    fc.assert(
      fc.property(
        pence,
        one(...FORMS),
        fc.option(one(...SIGNS)),
        one('', '£', 'GBP '),
        (of, form, sign, currency) => {
          const digits = String(of).padStart(3, '0');
          const text = currency + form(digits.slice(0, -2), digits.slice(-2));
          const found = parsePounds(sign === null ? text : sign(text));
          if (found === undefined) return;
          read += 1;
          expect(found).toBe(sign === null ? of : -of);
        },
      ),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(1000);
  });

  it.each([
    ['1.234,50', /comma before its pence.*hundred times too large/],
    ['1234,5', /comma before its pence/],
    ['1,23,4.50', /part no thousands/],
    ['1.2E+3', /spreadsheet shortened/],
    ['850.000', /three decimals/],
    ['12.345', /more than two decimals/],
    ['-12 DR', /more than one sign/],
    ['1.234.567', /full stops between its thousands/],
    ['lots', /not an amount/],
  ])('says of %j why', (text, why) => {
    expect(parsePounds(text)).toBeUndefined();
    expect(poundsFault(text)).toMatch(why);
  });
});
