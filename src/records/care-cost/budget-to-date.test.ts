import { expect, it } from 'vitest';
import { penceOf } from '../../core/money.ts';
import { dayNumberOf, isoDate } from '../../core/plain-date.ts';
import type { Budget } from '../model.ts';
import { budgetToDate } from './budget-to-date.ts';

const budget: Budget = {
  startYear: 2020,
  costCentre: 'A1',
  subjective: 'B2',
  description: undefined,
  annual: penceOf(78_000),
  monthly: Array.from({ length: 12 }, (_, month) => penceOf((month + 1) * 1000)),
};

it.each([
  ['2020-04-01', 33],
  ['2020-04-30', 1000],
  ['2020-05-01', 1065],
  ['2020-12-31', 45_000],
  ['2021-02-14', 60_500],
  ['2021-03-31', 78_000],
  ['2021-04-01', 0],
  ['2020-03-31', 0],
])('by the night of %s is %i pence', (lastNight, pence) => {
  expect(budgetToDate([budget], dayNumberOf(isoDate(lastNight)))).toBe(pence);
});

it('rounds once over all budgets', () => {
  expect(budgetToDate([budget, budget], dayNumberOf(isoDate('2020-04-01')))).toBe(67);
});
