import { describe, expect, test } from 'vitest';
import { dayNumberOf, isoDate } from '../../core/plain-date.ts';
import { reviewsDue } from './reviews-due.ts';

const known = { from: isoDate('2019-04-01'), to: isoDate('2022-01-01') };
const today = isoDate('2022-01-10');
const review = (date: string) => ({ date: isoDate(date), code: 'PN1' });

function timetable(start: string, end: string | undefined, held: readonly string[]) {
  const period = {
    start: dayNumberOf(isoDate(start)),
    sinceBefore: false,
    end: end === undefined ? undefined : dayNumberOf(isoDate(end)),
  };
  return reviewsDue(period, held.map(review), known, today).map(
    ({ number, due, state, daysLate }) => [number, due, state, daysLate],
  );
}

describe('reviews due', () => {
  test('the first is due 20 working days after the start, the second three months after it, later ones six', () => {
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

  test('bank holidays are no working days: the first is due later, and in time until then', () => {
    // 25 December a Saturday and 26 a Sunday, kept on Monday and Tuesday; 3 January for New Year's Day.
    expect(timetable('2021-11-29', undefined, ['2021-12-29'])).toEqual([
      [1, '2021-12-29', 'in time', 0],
      [2, '2022-03-29', 'due', 0],
    ]);
    expect(timetable('2021-11-29', undefined, ['2021-12-30'])[0]).toEqual([
      ...[1, '2021-12-29', 'late', 1],
    ]);
  });

  test('none is due once care ends before its day', () => {
    expect(timetable('2021-01-04', '2021-01-20', [])).toEqual([]);
  });

  test('one due after the last review of any child is not said to be overdue', () => {
    expect(timetable('2021-12-06', undefined, [])).toEqual([[1, '2022-01-06', 'not known', 0]]);
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
