import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dateOfDayNumber, isoDate, type PlainDate } from '../../../core/plain-date.ts';
import { inWeek, isOver, lastSunday, nightsCounted, weekEndingOn, weekHolding } from './week.ts';
import { movedInWords, notBegunInWords, notOverInWords, weekInFileName } from './week-in-words.ts';

/** From 1930 to 2130. */
const aDay = fc.integer({ min: -14_600, max: 58_400 });
const weekday = (day: PlainDate) => new Date(`${day}T12:00:00Z`).getUTCDay();

/** Day by day: the first day on or after it that a calendar calls a Sunday. */
function slowSunday(day: PlainDate): PlainDate {
  let sunday = day;
  while (weekday(sunday) !== 0) sunday = addDays(sunday, 1);
  return sunday;
}

/** Day by day: of the seven to the Sunday, those that have come. */
function slowNights(sunday: PlainDate, today: PlainDate): PlainDate[] {
  const nights: PlainDate[] = [];
  for (let back = 6; back >= 0; back -= 1) {
    const night = addDays(sunday, -back);
    if (night <= today) nights.push(night);
  }
  return nights;
}

describe('the week that holds a day', () => {
  test('has the nights that have come of the seven to its Sunday, or is none', () => {
    const near = fc.integer({ min: -20, max: 20 });
    fc.assert(
      fc.property(aDay, near, (number, away) => {
        const [day, today] = [dateOfDayNumber(number), dateOfDayNumber(number + away)];
        const sunday = slowSunday(day);
        const nights = slowNights(sunday, today);
        const week = weekHolding(day, today);
        if (nights.length === 0) {
          expect(week).toBeUndefined();
          return;
        }
        if (week === undefined) throw new Error('a week that has begun is none');
        expect([week.weekEnding, week.countsTo]).toEqual([sunday, nights.at(-1)]);
        expect(nightsCounted(week)).toBe(nights.length);
        expect(isOver(week)).toBe(nights.length === 7);
        for (let from = -10; from <= 10; from += 1) {
          const each = addDays(sunday, from);
          expect([each, inWeek(week, number + dayBetween(day, each))]).toEqual([
            each,
            nights.includes(each),
          ]);
        }
        expect(dateOfDayNumber(week.lastNight)).toBe(week.countsTo);
        expect(dateOfDayNumber(week.nights.to - 1)).toBe(week.countsTo);
      }),
      { numRuns: 2_000 },
    );
  });

  test('counts the year of the last night that has come, across 1 April', () => {
    const before = weekHolding(isoDate('2026-04-02'), isoDate('2026-03-31'));
    const after = weekHolding(isoDate('2026-04-02'), isoDate('2026-04-01'));
    const spans = [before, after].map((week) =>
      [week?.yearToDate.from, week?.yearToDate.to, week?.year.to].map((day) =>
        dateOfDayNumber(day ?? 0),
      ),
    );
    expect(spans).toEqual([
      ['2025-04-01', '2026-04-01', '2026-04-01'],
      ['2026-04-01', '2026-04-02', '2027-04-01'],
    ]);
  });

  test('is over on its Sunday, and the last Sunday is one', () => {
    fc.assert(
      fc.property(aDay, (number) => {
        const today = dateOfDayNumber(number);
        const sunday = lastSunday(today);
        expect(weekday(sunday)).toBe(0);
        expect(sunday <= today && sunday > addDays(today, -7)).toBe(true);
        const week = weekHolding(sunday, today);
        expect(week).toEqual(weekEndingOn(sunday));
      }),
    );
  });
});

function dayBetween(one: PlainDate, other: PlainDate): number {
  return (Date.parse(`${other}T00:00:00Z`) - Date.parse(`${one}T00:00:00Z`)) / 86_400_000;
}

test('a week says in words how far it is counted, and into which week a day was moved', () => {
  const [day, today] = [isoDate('2026-11-26'), isoDate('2026-11-28')];
  const week = weekHolding(day, today);
  if (week === undefined) throw new Error('the week has begun');
  expect(notOverInWords(week)).toBe('Week not over: counts to 28 November 2026, 6 of 7 nights');
  expect(movedInWords(day, week)).toBe(
    '26 November 2026 is in the week ending Sunday 29 November 2026.',
  );
  expect(weekInFileName(week)).toBe('2026-11-29 (counts to 2026-11-28)');
  expect(notBegunInWords(today)).toContain('must be 29 November 2026 or earlier');
  const whole = weekEndingOn(isoDate('2026-11-22'));
  expect([notOverInWords(whole), movedInWords(whole.weekEnding, whole)]).toEqual([
    undefined,
    undefined,
  ]);
  expect(weekInFileName(whole)).toBe('2026-11-22');
});
