import fc from 'fast-check';
import { expect, it } from 'vitest';
import { financialYearOf, financialYearStarting, parseFinancialYear } from './financial-year.ts';
import { addDays, isoDate } from './plain-date.ts';

it('runs from 1 April to 31 March', () => {
  expect(financialYearStarting(2020)).toEqual({
    startYear: 2020,
    firstDay: '2020-04-01',
    lastDay: '2021-03-31',
    label: '2020-21',
  });
  expect(financialYearStarting(1999).label).toBe('1999-00');
});

it.each([
  ['2021-03-31', 2020],
  ['2021-04-01', 2021],
  ['2020-12-31', 2020],
  ['2021-01-01', 2020],
] as const)('%s is in the year that starts in %i', (day, startYear) => {
  expect(financialYearOf(isoDate(day)).startYear).toBe(startYear);
});

it('holds each of its days, and the day after belongs to the next', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1950, max: 2150 }), fc.nat(364), (startYear, days) => {
      const year = financialYearStarting(startYear);
      expect(financialYearOf(addDays(year.firstDay, days))).toEqual(year);
      expect(financialYearOf(addDays(year.lastDay, 1)).startYear).toBe(startYear + 1);
      expect(parseFinancialYear(year.label)).toEqual(year);
    }),
  );
});

it.each(['2020-21', '2020/21', '2020-2021', 'FY2020-21', ' 2020 - 21 '])('reads %j', (text) => {
  expect(parseFinancialYear(text)?.startYear).toBe(2020);
});

it.each(['2020-22', '2020', '20-21', '2020-2121', 'FY21', '9999-00', ''])(
  'does not read %j',
  (text) => {
    expect(parseFinancialYear(text)).toBeUndefined();
  },
);
