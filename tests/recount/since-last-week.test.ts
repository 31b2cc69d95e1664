import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumberOf } from '../../src/core/plain-date.ts';
import { childChanges } from '../../src/records/reports/child-changes.ts';
import { factsByChild } from '../../src/records/reports/weekly-report/facts.ts';
import { weekEndingOn, weekHolding } from '../../src/records/reports/weekly-report/week.ts';
import {
  figuresOfWeek,
  figuresOfWeeks,
} from '../../src/records/reports/weekly-report/weekly-figures.ts';
import { weeklyReport } from '../../src/records/reports/weekly-report/weekly-report.ts';
import { Fraction } from './exact-fraction.ts';
import { randomCouncil } from './random-council.ts';
import { SlowNights } from './slow-nights.ts';

const COUNCILS = 300;
const SEED = 28_112_054;
const name = (childId: string) => `package of ${childId}`;
const reader = { authority: { code: 'A', name: 'A' }, pseudonym: name };
const sum = (values: readonly number[]) => values.reduce((so, value) => so + value, 0);

/** What a child's packages cost a week on the night; nothing in a short break. */
function weeklyOn(slow: SlowNights, childId: string, night: number): number {
  if (slow.costGroup(childId, night) === 'shortBreak') return 0;
  return sum(slow.charged(childId, night).map(({ weeklyRate }) => weeklyRate));
}

describe('what changed since the week before, child by child', () => {
  it('is each child’s cost on both nights, comes to the changes of the report, and to the change of the weekly cost', () => {
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(randomCouncil, ({ facts, weekEnding }) => {
        const week = weekEndingOn(weekEnding);
        const byChild = factsByChild(facts);
        const rows = childChanges(byChild, week, name);
        const slow = new SlowNights(facts);
        const last = dayNumberOf(weekEnding);
        for (const row of rows) {
          expect(row.before).toBe(weeklyOn(slow, row.childId, last - 7));
          expect(row.after).toBe(weeklyOn(slow, row.childId, last));
          kinds.set(row.kind, (kinds.get(row.kind) ?? 0) + 1);
          const nights = dayNumberOf(row.countedTo) + 1 - dayNumberOf(row.date);
          const toEnd = new Fraction(BigInt(Math.max(0, nights)) * BigInt(row.difference), 7n);
          expect(row.toEnd).toBe(toEnd.rounded());
        }
        expect(new Set(rows.map(({ childId }) => childId)).size).toBe(rows.length);
        const told = new Set(rows.map((row) => row.package));
        const report = weeklyReport(facts, week, reader);
        for (const change of report.changes) expect(told.has(change.package)).toBe(true);
        const ofRows = sum(rows.map(({ difference }) => difference));
        expect(ofRows).toBe(sum(report.changes.map(({ differencePence }) => differencePence)));
        const [before, now] = figuresOfWeeks(byChild, week, 2);
        expect((now?.weeklyOnLastNight ?? 0) - (before?.weeklyOnLastNight ?? 0)).toBe(ofRows);
      }),
      { numRuns: COUNCILS, seed: SEED },
    );
    expect([...kinds.keys()].sort()).toEqual(['ended', 'hours', 'moved', 'new', 'price']);
  });

  it('has the figures of each week’s own report, also of one that is not over', () => {
    fc.assert(
      fc.property(randomCouncil, ({ facts, weekEnding: today }) => {
        const byChild = factsByChild(facts);
        const soFar = weekHolding(today, today);
        for (const week of [weekEndingOn(today), ...(soFar === undefined ? [] : [soFar])]) {
          const { children, movement, spend } = weeklyReport(facts, week, reader);
          const figures = figuresOfWeek(byChild, week);
          expect(figures).toMatchObject({
            ...{ children: children.total, movement, weekPence: spend.weekPence },
          });
          for (const { group, weekPence } of spend.byGroup) {
            expect(figures.byGroup[group].weekPence).toBe(weekPence);
            const counted = group === 'noPlacement' ? 0 : children.byGroup[group];
            expect(figures.byGroup[group].children).toBe(counted);
          }
        }
      }),
      { numRuns: COUNCILS, seed: SEED },
    );
  });
});
