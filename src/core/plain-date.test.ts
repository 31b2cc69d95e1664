import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  dateInFigures,
  dateInWords,
  dateOfDayNumber,
  dayNumberOf,
  isoDate,
  parseIsoDate,
  plainDateFrom,
  todayIn,
} from './plain-date.ts';

/** Every day from 1 January 1900 to 31 December 2200. */
const day = fc.integer({
  min: Date.UTC(1900, 0, 1) / 86_400_000,
  max: Date.UTC(2200, 11, 31) / 86_400_000,
});

describe('reading a day', () => {
  it.each([
    '2021-02-29',
    '1900-02-29',
    '2021-04-31',
    '2021-13-01',
    '2021-00-10',
    '2021-01-00',
    '1899-12-31',
    '2201-01-01',
    '2021-1-1',
    '01/02/2021',
    '',
  ])('refuses %j', (text) => {
    expect(parseIsoDate(text)).toBeUndefined();
    expect(() => isoDate(text)).toThrow(RangeError);
  });

  it.each(['2020-02-29', '2000-02-29', '1900-01-01', '2200-12-31'])('takes %s', (text) => {
    expect(parseIsoDate(text)).toBe(text);
    expect(isoDate(text)).toBe(text);
  });

  it('agrees with the calendar about which days exist', () => {
    const parts = [
      fc.integer({ min: 1900, max: 2200 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    ] as const;
    fc.assert(
      fc.property(...parts, (year, month, dayOfMonth) => {
        const exists = new Date(Date.UTC(year, month - 1, dayOfMonth)).getUTCMonth() === month - 1;
        expect(plainDateFrom(year, month, dayOfMonth) !== undefined).toBe(exists);
      }),
    );
  });
});

describe('counting days', () => {
  it('gives every day a number and back', () => {
    fc.assert(
      fc.property(day, (number) => {
        const date = dateOfDayNumber(number);
        expect(parseIsoDate(date)).toBe(date);
        expect(dayNumberOf(date)).toBe(number);
      }),
    );
  });

  it('sorts as text as it does by number', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        expect(dateOfDayNumber(one) < dateOfDayNumber(other)).toBe(one < other);
      }),
    );
  });

  it('starts at 1 January 1970', () => {
    expect(dayNumberOf(isoDate('1970-01-01'))).toBe(0);
    expect(dayNumberOf(isoDate('1969-12-31'))).toBe(-1);
  });

  it.each([
    ['2021-03-31', 1, '2021-04-01'],
    ['2021-03-01', -1, '2021-02-28'],
    ['2020-12-31', 366, '2022-01-01'],
  ] as const)('%s and %i days is %s', (from, days, to) => {
    expect(addDays(isoDate(from), days)).toBe(to);
  });

  it.each([
    ['2021-01-31', 1, '2021-02-28'],
    ['2020-01-31', 1, '2020-02-29'],
    ['2021-12-15', 1, '2022-01-15'],
    ['2021-03-31', -1, '2021-02-28'],
  ] as const)('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(isoDate(from), months)).toBe(to);
  });
});

describe('age', () => {
  it.each([
    ['2005-04-01', '2021-03-31', 15],
    ['2005-03-31', '2021-03-31', 16],
    ['2004-02-29', '2020-02-28', 15],
    ['2004-02-29', '2021-02-28', 16],
    ['2004-02-29', '2021-03-01', 17],
    ['2021-03-31', '2021-03-31', 0],
  ] as const)('born %s is on %s %i', (born, on, age) => {
    expect(ageOn(isoDate(born), isoDate(on))).toBe(age);
  });
});

describe('writing a day', () => {
  it('writes it in words and in figures', () => {
    expect(dateInWords(isoDate('2021-03-01'))).toBe('1 March 2021');
    expect(dateInFigures(isoDate('2021-03-01'))).toBe('01/03/2021');
  });

  it('knows today as a day that exists, within a day of the clock', () => {
    const clock = Date.now() / 86_400_000;
    expect(Math.abs(dayNumberOf(todayIn('Europe/London')) - clock)).toBeLessThan(2);
    expect(parseIsoDate(todayIn('Pacific/Auckland'))).toBe(todayIn('Pacific/Auckland'));
  });
});
