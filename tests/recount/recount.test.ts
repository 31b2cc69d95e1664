import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WeeklyReport } from '../../src/records/reports/weekly-report/report.ts';
import {
  type Week,
  weekEndingOn,
  weekHolding,
} from '../../src/records/reports/weekly-report/week.ts';
import { weeklyReport } from '../../src/records/reports/weekly-report/weekly-report.ts';
import { type RandomCouncil, randomCouncil } from './random-council.ts';
import { slowChildren, slowMovement } from './slow-activity.ts';
import { slowFindings } from './slow-findings.ts';
import { slowChanges, slowHighCost } from './slow-lists.ts';
import { SlowNights } from './slow-nights.ts';
import { slowSpend } from './slow-spend.ts';

const COUNCILS = 1000;
const SEED = 28_112_016;

function reportOf(
  { facts, weekEnding }: RandomCouncil,
  week: Week = weekEndingOn(weekEnding),
): WeeklyReport {
  const authority = { code: 'TST', name: 'Testshire' };
  const pseudonym = (childId: string) => `package of ${childId}`;
  return weeklyReport(facts, week, { authority, pseudonym });
}

function inOrder<Row>(rows: readonly Row[]): Row[] {
  const text = (row: Row) => JSON.stringify(Object.entries(row as object).sort());
  return rows.toSorted((one, other) => text(one).localeCompare(text(other)));
}

function expectRecounted({ facts }: RandomCouncil, report: WeeklyReport, nights: number): void {
  const { countsTo } = report;
  const slow = new SlowNights(facts);
  expect(report.children).toEqual(slowChildren(slow, countsTo));
  expect(report.movement).toEqual(slowMovement(slow, countsTo, nights).movement);
  expect(report.spend).toEqual(slowSpend(slow, countsTo, nights));
  expect(report.highCost.map(({ provider: _, ...row }) => row)).toEqual(
    slowHighCost(slow, countsTo),
  );
  expect(inOrder(report.changes)).toEqual(inOrder(slowChanges(slow, countsTo, nights)));
  const findings = report.findings.map(({ example, ...finding }) => {
    return { ...finding, child: example.split(':')[0] };
  });
  expect(inOrder(findings)).toEqual(inOrder(slowFindings(slow, countsTo, nights)));
}

describe('an independent slow recount of every number, night by night', () => {
  it(`agrees to the penny on ${COUNCILS} random councils`, () => {
    const whole = (council: RandomCouncil) => expectRecounted(council, reportOf(council), 7);
    fc.assert(fc.property(randomCouncil, whole), { numRuns: COUNCILS, seed: SEED });
  });

  it('agrees on as many nights as there have been of a week that is not over', () => {
    const soFar = (council: RandomCouncil) => {
      const { weekEnding: today } = council;
      const week = weekHolding(today, today);
      const nights = new Date(`${today}T12:00:00Z`).getUTCDay() || 7;
      expectRecounted(council, reportOf(council, week), nights);
    };
    fc.assert(fc.property(randomCouncil, soFar), { numRuns: COUNCILS, seed: SEED });
  });

  it('has the children at the end as those at the start, and who came, less who went', () => {
    const balances = (council: RandomCouncil) => {
      const { children, movement } = reportOf(council);
      const { atStart, starts, ends, joinedWithoutStart, leftWithoutEnd } = movement;
      const end = atStart + starts + joinedWithoutStart - ends - leftWithoutEnd;
      expect(end).toBe(children.total);
    };
    fc.assert(fc.property(randomCouncil, balances), { numRuns: COUNCILS, seed: SEED });
  });

  it('is tried on councils that hold what is hard', () => {
    const councils = fc.sample(randomCouncil, { numRuns: 200, seed: SEED });
    const reports = councils.map((council) => reportOf(council));
    const some = (test: (report: WeeklyReport) => boolean) => reports.filter(test).length;
    expect(some(({ children }) => children.byGroup.temporary > 0)).toBeGreaterThan(20);
    expect(some(({ spend }) => spend.shortBreaksWeekPence > 0)).toBeGreaterThan(20);
    expect(some(({ spend }) => (spend.byGroup.at(-1)?.weekPence ?? 0) > 0)).toBeGreaterThan(20);
    expect(some(({ spend }) => spend.childrenWithContributions > 0)).toBeGreaterThan(20);
    expect(some(({ children }) => children.areaUnknown > 0)).toBeGreaterThan(20);
    expect(some(({ movement }) => movement.unplannedMoves > 0)).toBeGreaterThan(10);
    expect(some(({ movement }) => movement.joinedWithoutStart > 0)).toBeGreaterThan(10);
    expect(some(({ movement }) => movement.leftWithoutEnd > 0)).toBeGreaterThan(10);
    expect(some(({ children }) => children.leftOut > 0)).toBeGreaterThan(10);
    expect(some(({ highCost }) => highCost.length === 10)).toBeGreaterThan(0);
    expect(some(({ spend }) => spend.weekPence === 0)).toBeGreaterThan(2);
    const rules = new Set(reports.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
    expect(rules.size).toBe(9);
  });
});
