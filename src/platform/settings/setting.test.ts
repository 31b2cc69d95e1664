import { describe, expect, test } from 'vitest';
import { penceOf } from '../../core/money.ts';
import { allowedInWords, moneySetting, numberSetting, valueInWords } from './setting.ts';

const of = { name: 'example.of', title: 'Of', about: '', source: '', confirmed: true } as const;
const DAYS = numberSetting({ ...of, unit: 'days', least: 1, most: 2_000, otherwise: () => 14 });
const PRICE = moneySetting({ ...of, least: 1, most: 100_000, otherwise: () => penceOf(100) });

describe('a value', () => {
  test.each([
    [DAYS, 1, '1 day'],
    [DAYS, 1_500, '1,500 days'],
    [{ unit: 'working days' } as const, 1, '1 working day'],
    [{ unit: 'percent' } as const, 15, '15 per cent'],
    [{ unit: 'miles' } as const, 20, '20 miles'],
    [PRICE, 150, '£1.50'],
  ])('is shown with its unit: %#', (setting, value, words) => {
    expect(valueInWords(setting, value)).toBe(words);
  });

  test('is asked for with its bounds', () => {
    expect(allowedInWords(DAYS)).toBe('Enter a whole number from 1 to 2,000');
    expect(allowedInWords(PRICE)).toBe('Enter pounds and pence from £0.01 to £1,000.00');
  });
});
