import { describe, expect, test } from 'vitest';
import { penceOf } from '../../core/money.ts';
import { allowedInWords, moneySetting, numberSetting, valueInWords } from './setting.ts';

const of = { name: 'example.of', title: 'Of', about: '', source: '', confirmed: true } as const;
const DAYS = numberSetting({ ...of, unit: 'days', least: 1, most: 2_000, otherwise: () => 14 });
const RISE = numberSetting({
  ...{ ...of, unit: 'percent', decimals: 2 },
  ...{ least: 0.25, most: 12.5, otherwise: () => 3.5 },
});
const PRICE = moneySetting({ ...of, least: 1, most: 100_000, otherwise: () => penceOf(100) });

describe('a value', () => {
  test.each([
    [DAYS, 1, '1 day'],
    [DAYS, 1_500, '1,500 days'],
    [{ unit: 'working days' } as const, 1, '1 working day'],
    [{ unit: 'percent' } as const, 15, '15 per cent'],
    [{ unit: 'miles' } as const, 20, '20 miles'],
    [RISE, 3.5, '3.5 per cent'],
    [PRICE, 150, '£1.50'],
  ])('is shown with its unit: %#', (setting, value, words) => {
    expect(valueInWords(setting, value)).toBe(words);
  });

  test('is asked for with its bounds', () => {
    expect(allowedInWords(DAYS)).toBe('Enter a whole number from 1 to 2,000');
    expect(allowedInWords(RISE)).toBe('Enter a number from 0.25 to 12.5 with at most 2 decimals');
    expect(allowedInWords({ ...RISE, decimals: 1, least: 1, most: 9 })).toBe(
      'Enter a number from 1 to 9 with at most 1 decimal',
    );
    expect(allowedInWords(PRICE)).toBe('Enter pounds and pence from £0.01 to £1,000.00');
  });
});
