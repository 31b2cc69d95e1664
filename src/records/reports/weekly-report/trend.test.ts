import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomCouncil } from '../../../../tests/recount/random-council.ts';
import { addDays } from '../../../core/plain-date.ts';
import { factsByChild } from './facts.ts';
import { weeklyTrend } from './trend.ts';
import { weekEndingOn, weekHolding } from './week.ts';
import { weeklyReport } from './weekly-report.ts';

const reader = { authority: { code: 'A', name: 'A' }, pseudonym: (childId: string) => childId };

test('every week of the trend has the figures of its own report', () => {
  fc.assert(
    fc.property(randomCouncil, ({ facts, weekEnding }) => {
      const trend = weeklyTrend(factsByChild(facts), weekEndingOn(weekEnding), 5);
      expect(trend.map((week) => week.weekEnding)).toEqual(
        [-28, -21, -14, -7, 0].map((days) => addDays(weekEnding, days)),
      );
      for (const week of trend) {
        const { children, spend } = weeklyReport(facts, weekEndingOn(week.weekEnding), reader);
        expect(week).toMatchObject({ children: children.total, weekPence: spend.weekPence });
      }
    }),
    { numRuns: 100 },
  );
});

test('nights so far are not drawn beside whole weeks', () => {
  fc.assert(
    fc.property(randomCouncil, ({ facts, weekEnding: today }) => {
      const week = weekHolding(today, today);
      if (week === undefined) throw new Error('the week that holds today has begun');
      const whole = new Date(`${today}T12:00:00Z`).getUTCDay() === 0;
      const last = whole ? today : addDays(week.weekEnding, -7);
      const trend = weeklyTrend(factsByChild(facts), week, 3);
      expect(trend.map((each) => each.weekEnding)).toEqual(
        [-14, -7, 0].map((days) => addDays(last, days)),
      );
    }),
    { numRuns: 100 },
  );
});
