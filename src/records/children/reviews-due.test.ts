import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayNumberOf, isoDate } from '../../core/plain-date.ts';
import { addWeekdays, reviewsDue } from './reviews-due.ts';

const known = { from: isoDate('2019-04-01'), to: isoDate('2022-01-01') };
const today = isoDate('2022-01-10');
const review = (date: string) => ({ date: isoDate(date), code: 'PN1' });

function timetable(start: string, end: string | undefined, held: readonly string[]) {
  const period = {
    start: dayNumberOf(isoDate(start)),
    end: end === undefined ? undefined : dayNumberOf(isoDate(end)),
  };
  return reviewsDue(period, held.map(review), known, today).map(
    ({ number, due, state, daysLate }) => [number, due, state, daysLate],
  );
}

describe('reviews due', () => {
  test('the first is due 20 weekdays after the start, the second three months after it, later ones six', () => {
    expect(timetable('2021-01-04', undefined, ['2021-02-01', '2021-05-01', '2021-11-02'])).toEqual([
      [1, '2021-02-01', 'in time', 0],
      [2, '2021-05-01', 'in time', 0],
      [3, '2021-11-01', 'late', 1],
      [4, '2022-05-02', 'due', 0],
    ]);
  });

  test.each([
    ['overdue while the child is looked after', undefined, 'overdue'],
    ['not held when care has ended', '2021-09-01', 'not held'],
  ])('a review that never came is %s', (_name, end, state) => {
    expect(timetable('2021-01-04', end, [])).toEqual([[1, '2021-02-01', state, 0]]);
  });

  test('none is due once care ends before its day', () => {
    expect(timetable('2021-01-04', '2021-01-20', [])).toEqual([]);
  });

  test('one due after the last review of any child is not said to be overdue', () => {
    expect(timetable('2021-12-08', undefined, [])).toEqual([[1, '2022-01-05', 'not known', 0]]);
  });

  test('reviews of a period that began before the first return have no number', () => {
    expect(timetable('2018-06-01', undefined, ['2019-06-01', '2019-12-02'])).toEqual([
      [undefined, undefined, 'not known', 0],
      [undefined, '2019-12-01', 'late', 1],
      [undefined, '2020-06-02', 'overdue', 0],
    ]);
  });

  test('reviews of another period of care are left out', () => {
    expect(
      timetable('2021-01-04', '2021-02-20', ['2020-12-01', '2021-01-29', '2021-03-01']),
    ).toEqual([[1, '2021-02-01', 'in time', 0]]);
  });
});

test('so many weekdays later is never at a weekend and has that many weekdays before it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4000 }),
      fc.integer({ min: 1, max: 60 }),
      (from, count) => {
        const start = addDays(isoDate('2015-01-01'), from);
        const end = addWeekdays(start, count);
        const isWeekday = (day: string) => ![0, 6].includes(new Date(day).getUTCDay());
        let passed = 0;
        for (let day = addDays(start, 1); day <= end; day = addDays(day, 1)) {
          if (isWeekday(day)) passed += 1;
        }
        return isWeekday(end) && passed === count;
      },
    ),
  );
});
