import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isoDate, type PlainDate } from './plain-date.ts';
import { addWorkingDays } from './working-days.ts';

/** The bank holidays of England and Wales from summer 2021 to spring 2023, written down apart from the table. */
const LISTED = new Set([
  ...['2021-08-30', '2021-12-27', '2021-12-28', '2022-01-03', '2022-04-15', '2022-04-18'],
  ...['2022-05-02', '2022-06-02', '2022-06-03', '2022-08-29', '2022-09-19', '2022-12-26'],
  ...['2022-12-27', '2023-01-02', '2023-04-07', '2023-04-10', '2023-05-01', '2023-05-08'],
]);
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];
const isListedWorkingDay = (day: string) =>
  WEEKDAYS.includes(new Date(day).toUTCString().slice(0, 3)) && !LISTED.has(day);
const someDay = fc
  .integer({ min: 0, max: 540 })
  .map((days) => addDays(isoDate('2021-08-01'), days));

describe('so many working days after a day', () => {
  test.each([
    ['a Monday after a Monday, no holiday between', '2021-01-04', 20, '2021-02-01'],
    ['a Friday and a Monday of Easter', '2021-04-01', 1, '2021-04-06'],
    ['from a Saturday', '2021-06-05', 1, '2021-06-07'],
    ['two substitute days and New Year’s', '2021-12-24', 4, '2022-01-04'],
    ['the early May holiday moved to VE Day', '2020-05-01', 5, '2020-05-11'],
    ['the jubilee, and the spring holiday moved to it', '2022-05-27', 5, '2022-06-07'],
    ['the state funeral', '2022-09-16', 1, '2022-09-20'],
    ['the coronation', '2023-05-05', 1, '2023-05-09'],
    ['a year that the table does not have', '2030-04-18', 1, '2030-04-23'],
    ['none at all', '2021-12-25', 0, '2021-12-25'],
  ])('%s', (_name, from, days, to) => {
    expect(addWorkingDays(isoDate(from), days)).toBe(to);
  });

  test('is a working day with so many working days up to it, by counting the days written down', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const end = addWorkingDays(from, count);
        let passed = 0;
        for (let day: PlainDate = addDays(from, 1); day <= end; day = addDays(day, 1)) {
          if (isListedWorkingDay(day)) passed += 1;
        }
        return isListedWorkingDay(end) && passed === count;
      }),
    );
  });

  test('is the same in two steps as in one', () => {
    const some = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(someDay, some, some, (from, one, other) => {
        const inSteps = addWorkingDays(addWorkingDays(from, one), other);
        expect(inSteps).toBe(addWorkingDays(from, one + other));
      }),
    );
  });

  test.each([-1, 1.5, Number.NaN])('is not a thing for %d days', (days) => {
    expect(() => addWorkingDays(isoDate('2021-01-04'), days)).toThrow(RangeError);
  });
});
