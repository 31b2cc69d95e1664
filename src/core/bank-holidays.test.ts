import { describe, expect, test } from 'vitest';
import { bankHolidaysIn } from './bank-holidays.ts';
import { isoDate, isWeekend } from './plain-date.ts';
import { standingBankHolidays } from './standing-bank-holidays.ts';

const YEARS = Array.from({ length: 17 }, (_, at) => 2011 + at);
/** Years in which a day was moved or added by proclamation: what the rules say, and what was kept. */
const PROCLAIMED: Readonly<Record<number, readonly [string[], string[]]>> = {
  2011: [[], ['04-29']],
  2012: [['05-28'], ['06-04', '06-05']],
  2020: [['05-04'], ['05-08']],
  2022: [['05-30'], ['06-02', '06-03', '09-19']],
  2023: [[], ['05-08']],
};

describe('bank holidays of England and Wales', () => {
  test.each(YEARS)('of %i are those of the rules but for what was proclaimed', (year) => {
    const kept = bankHolidaysIn(year);
    const ruled = standingBankHolidays(year);
    expect([
      ruled.filter((day) => !kept.includes(day)),
      kept.filter((day) => !ruled.includes(day)),
    ]).toEqual(PROCLAIMED[year] ?? [[], []]);
    expect(kept).toEqual(kept.toSorted());
  });

  test.each([
    // 1 January a Saturday.
    [2000, ['01-03', '04-21', '04-24', '05-01', '05-29', '08-28', '12-25', '12-26']],
    // Christmas Day a Sunday, Boxing Day a Monday.
    [2033, ['01-03', '04-15', '04-18', '05-02', '05-30', '08-29', '12-26', '12-27']],
    // Christmas Day a Saturday.
    [2032, ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']],
    // The latest Easter there is.
    [2038, ['01-01', '04-23', '04-26', '05-03', '05-31', '08-30', '12-27', '12-28']],
  ])('of %i, which the table does not have, are those of the rules', (year, days) => {
    expect(bankHolidaysIn(year)).toEqual(days);
  });

  test('have Easter Monday on the day of printed tables of Easter', () => {
    const easterMondays = [1913, 1943, 1954, 1981, 2008, 2049, 2076, 2100, 2160, 2200].map(
      (year) => standingBankHolidays(year)[2],
    );
    expect(easterMondays).toEqual([
      ...['03-24', '04-26', '04-19', '04-20', '03-24', '04-19', '04-20', '03-29', '03-24', '04-07'],
    ]);
  });

  test('are never at a weekend and never the same day twice, from 1900 to 2200', () => {
    for (let year = 1900; year <= 2200; year += 1) {
      const days = bankHolidaysIn(year);
      expect(days.filter((day) => isWeekend(isoDate(`${year}-${day}`)))).toEqual([]);
      expect(new Set(days).size).toBe(days.length);
    }
  });
});
