import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dateOfDayNumber, isoDate } from '../../core/plain-date.ts';
import { weekEndingField } from './week-ending.ts';
import { lastSunday } from './weekly-report/week.ts';

test('the last Sunday is a Sunday, today or up to six days before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), (day) => {
      const today = dateOfDayNumber(day);
      const sunday = lastSunday(today);
      expect(new Date(`${sunday}T00:00:00Z`).getUTCDay()).toBe(0);
      expect(sunday <= today && sunday > addDays(today, -7)).toBe(true);
    }),
  );
});

test.each([
  ['', '2026-11-22'],
  ['  ', '2026-11-22'],
  ['2021-03-31', '2021-03-31'],
  ['31/03/2021', '2021-03-31'],
  ['1/4/2021', '2021-04-01'],
])('"%s" is the week ending %s', (typed, week) => {
  expect(weekEndingField(isoDate('2026-11-25')).parse(typed)).toBe(week);
});

test.each(['31/02/2021', 'last week', '2021'])('"%s" is no day', (typed) => {
  const result = weekEndingField(isoDate('2026-11-25')).safeParse(typed);
  expect(result.error?.issues[0]?.message).toContain('must be a day that exists');
});
