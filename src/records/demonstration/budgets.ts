import { decimalPounds, penceOf } from '../../core/money.ts';
import type { Calendar } from './calendar.ts';
import type { ChildHistory } from './history.ts';
import { ledgerDescription } from './ledger-codes.ts';
import { Random } from './random.ts';

export const BUDGET_HEADING =
  'financial_year,cost_centre,subjective,description,annual_amount,profile';

/** What each cost centre and subjective costs in each year, in pence times nights of a week. */
export type YearlyCosts = Map<string, number>;

function keyOf(startYear: number, costCentre: string, subjective: string): string {
  return `${startYear},${costCentre},${subjective}`;
}

/** Adds a child's packages to the years' costs; packages that run on the last day run to the end of its year. */
export function addCosts(costs: YearlyCosts, { packages }: ChildHistory, calendar: Calendar): void {
  for (const { from, to, weeklyRate, costCentre, subjective } of packages) {
    const ends = to > calendar.asOf ? Number.POSITIVE_INFINITY : to;
    for (const { year, firstDay, nextYear } of calendar.returnYears) {
      const nights = Math.min(ends, nextYear) - Math.max(from, firstDay);
      if (nights <= 0) continue;
      const key = keyOf(year - 1, costCentre, subjective);
      costs.set(key, (costs.get(key) ?? 0) + nights * weeklyRate);
    }
  }
}

const DAYS_FROM_APRIL = [30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31];

/** Twelve amounts from April by the days of each month, that add up to the year's. */
function byDays(pounds: number): string {
  let days = 0;
  let spent = 0;
  const amounts = DAYS_FROM_APRIL.map((length) => {
    days += length;
    const upTo = Math.round((pounds * days) / 365);
    const amount = upTo - spent;
    spent = upTo;
    return decimalPounds(penceOf(amount * 100));
  });
  return amounts.join('|');
}

/**
 * financial_year, cost_centre, subjective, description, annual_amount, profile: each line voted somewhat below
 * what the year costs, so that an overspend of four to seven in a hundred is in sight.
 */
export function* budgetLines(seed: number, costs: YearlyCosts): Generator<string> {
  for (const key of [...costs.keys()].sort()) {
    const [year, costCentre = '', subjective = ''] = key.split(',');
    const startYear = Number(year);
    const random = new Random(seed, `budget ${key}`);
    const cost = (costs.get(key) ?? 0) / 700;
    const voted = cost / (1 + random.between(0.042, 0.068));
    const pounds = Math.max(1_000, Math.round(voted / 100) * 100);
    const label = `${startYear}-${String((startYear + 1) % 100).padStart(2, '0')}`;
    const profile = random.chance(0.6) ? 'equal' : byDays(pounds);
    const description = ledgerDescription({ costCentre, subjective });
    yield `${label},${costCentre},${subjective},${description},${decimalPounds(penceOf(pounds * 100))},${profile}`;
  }
}
