import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WeeklyReport } from '../../src/records/reports/weekly-report/report.ts';
import { weeklyReport } from '../../src/records/reports/weekly-report/weekly-report.ts';
import { type RandomCouncil, randomCouncil } from './random-council.ts';
import { slowChildren, slowMovement } from './slow-activity.ts';
import { slowFindings } from './slow-findings.ts';
import { slowChanges, slowHighCost } from './slow-lists.ts';
import { SlowNights } from './slow-nights.ts';
import { slowSpend } from './slow-spend.ts';

const COUNCILS = 1000;
const SEED = 28_112_016;

function reportOf({ facts, weekEnding }: RandomCouncil): WeeklyReport {
  const authority = { code: 'TST', name: 'Testshire' };
  const pseudonym = (childId: string) => `package of ${childId}`;
  return weeklyReport(facts, weekEnding, { authority, pseudonym });
}

function inOrder<Row>(rows: readonly Row[]): Row[] {
  const text = (row: Row) => JSON.stringify(Object.entries(row as object).sort());
  return rows.toSorted((one, other) => text(one).localeCompare(text(other)));
}

function expectRecounted(council: RandomCouncil): void {
  const { facts, weekEnding } = council;
  const report = reportOf(council);
  const slow = new SlowNights(facts);
  expect(report.children).toEqual(slowChildren(slow, weekEnding));
  expect(report.movement).toEqual(slowMovement(slow, weekEnding).movement);
  expect(report.spend).toEqual(slowSpend(slow, weekEnding));
  expect(report.highCost.map(({ provider: _, ...row }) => row)).toEqual(
    slowHighCost(slow, weekEnding),
  );
  expect(inOrder(report.changes)).toEqual(inOrder(slowChanges(slow, weekEnding)));
  const findings = report.findings.map(({ example, ...finding }) => {
    return { ...finding, child: example.split(':')[0] };
  });
  expect(inOrder(findings)).toEqual(inOrder(slowFindings(slow, weekEnding)));
}

describe('an independent slow recount of every number, night by night', () => {
  it(`agrees to the penny on ${COUNCILS} random councils`, () => {
    fc.assert(fc.property(randomCouncil, expectRecounted), { numRuns: COUNCILS, seed: SEED });
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
    const reports = councils.map(reportOf);
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
