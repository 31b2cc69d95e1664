import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomCouncil } from '../../../tests/recount/random-council.ts';
import { penceOf } from '../../core/money.ts';
import { isoDate } from '../../core/plain-date.ts';
import { episode } from '../care-cost/examples.ts';
import type { Budget } from '../model.ts';
import { budgetLines } from './budget-lines.ts';
import { factsByChild } from './weekly-report/facts.ts';
import { spendFigures } from './weekly-report/spend-figures.ts';
import { weekEndingOn } from './weekly-report/week.ts';

test('the lines come to the budget, the cost and the outturn of the report', () => {
  fc.assert(
    fc.property(randomCouncil, ({ facts, weekEnding }) => {
      const week = weekEndingOn(weekEnding);
      const byChild = factsByChild(facts);
      const { lines, totals } = budgetLines(byChild, facts.budgets, week, facts.pace);
      const spend = spendFigures(byChild, facts.budgets, week, facts.pace);
      expect(totals.toDate).toBe(spend.budgetToDatePence);
      expect(totals.costToDate).toBe(spend.yearToDatePence);
      expect(totals.outturn).toBe(spend.projectedOutturnPence);
      const sum = lines.reduce((so, { outturn }) => so + outturn, 0);
      expect(Math.abs(sum - totals.outturn)).toBeLessThanOrEqual(lines.length);
      for (const line of lines) expect(line.variance).toBe(line.outturn - line.annual);
    }),
    { numRuns: 200 },
  );
});

test('a budget without a cost and a cost without a budget are lines of their own', () => {
  const budget: Budget = {
    startYear: 2021,
    costCentre: '41110',
    subjective: '4310',
    description: 'Homes',
    annual: penceOf(120_000),
    monthly: Array.from({ length: 12 }, () => penceOf(10_000)),
  };
  const facts = factsByChild({
    children: [],
    gone: [],
    episodes: [episode({ childId: 'A', decom: 0, dec: undefined, rne: 'S' })],
    budgets: [budget],
    elements: [
      {
        childId: 'A',
        placementStart: 0,
        element: 'core',
        weeklyRate: penceOf(700),
        from: 0,
        to: undefined,
        funder: 'social_care',
        provider: undefined,
        contract: undefined,
        costCentre: '41120',
        subjective: undefined,
      },
    ],
  });
  const { lines } = budgetLines(facts, [budget], weekEndingOn(isoDate('2021-04-30')));
  expect(lines).toEqual([
    expect.objectContaining({ costCentre: '41110', description: 'Homes', outturn: 0 }),
    expect.objectContaining({
      costCentre: '41120',
      subjective: null,
      description: 'No budget',
      annual: 0,
      costToDate: 3_000,
      outturn: 36_500,
    }),
  ]);
  expect(lines[0]).toMatchObject({ toDate: 10_000, varianceToDate: -10_000, variance: -120_000 });
});
