import { describe, expect, test } from 'vitest';
import { isoDate } from '../../core/plain-date.ts';
import { addCosts, budgetLines, type YearlyCosts } from './budgets.ts';
import { dayOf } from './calendar.ts';
import { generateCouncil } from './generate-council.ts';
import type { PackageElement } from './history.ts';
import { costRows } from './ledger-faults.ts';
import { isShortBreak } from './lives.ts';

const AS_OF = isoDate('2026-07-31');
const council = generateCouncil({ seed: 11, children: 600, years: 6, asOf: AS_OF });
const { asOf, firstDay } = council.calendar;

function overlap(one: { from: number; to: number }, from: number, to: number): number {
  return Math.max(0, Math.min(one.to, to) - Math.max(one.from, from));
}

function coreNights(
  rows: readonly {
    from: number;
    to: number | undefined;
    element: string;
    funder: string;
  }[],
): number {
  return rows
    .filter(({ element, funder }) => element === 'core' && funder === 'social_care')
    .reduce(
      (sum, { from, to }) => sum + overlap({ from, to: to ?? asOf + 1 }, firstDay, asOf + 1),
      0,
    );
}

describe('cost records', () => {
  test('hold a cost for ninety-eight in a hundred nights looked after, other than with parents', () => {
    let nights = 0;
    let priced = 0;
    for (const history of council.histories()) {
      if (history.life.periods.some(({ course }) => isShortBreak(course))) continue;
      for (const { start, end, setting } of history.placements) {
        if (setting.kind === 'withParents') continue;
        nights += overlap({ from: start, to: end }, firstDay, asOf + 1);
      }
      priced += coreNights(costRows(11, history, asOf));
    }
    expect(priced / nights).toBeGreaterThan(0.98);
    expect(priced / nights).toBeLessThan(1.01);
  });

  test('stand under the start of an episode, and never overlap within an element and funder', () => {
    const faults: string[] = [];
    for (const { packages, episodes, childId } of council.histories()) {
      const starts = new Set(episodes.map(({ decom }) => decom));
      const ends = new Map<string, number>();
      for (const { placementStart, element, funder, from, to } of packages) {
        const key = `${placementStart} ${element} ${funder}`;
        const sound = starts.has(placementStart) && to > from && from >= (ends.get(key) ?? 0);
        if (!sound) faults.push(`${childId} ${key} ${from} ${to}`);
        ends.set(key, to);
      }
    }
    expect(faults).toEqual([]);
  });

  test('are of the order of published prices, and residential prices rise', () => {
    const weekly = (day: number) =>
      [...council.histories()].flatMap(({ packages }) =>
        packages
          .filter(
            ({ from, to, costCentre, element }) =>
              from <= day && day < to && costCentre === '41110' && element === 'core',
          )
          .map(({ weeklyRate }) => weeklyRate / 100),
      );
    const median = (values: number[]) =>
      values.sort((one, other) => one - other)[values.length >> 1] ?? 0;
    const now = median(weekly(asOf));
    const before = median(weekly(dayOf(2022, 7, 31)));
    expect(now).toBeGreaterThan(5_800);
    expect(now).toBeLessThan(9_000);
    expect(now / before).toBeGreaterThan(1.15);
  });
});

function exactCost(packages: readonly PackageElement[], from: number, to: number): number {
  return packages.reduce((sum, row) => sum + (overlap(row, from, to) * row.weeklyRate) / 7, 0);
}

describe('payments', () => {
  const payments = [...council.histories()].flatMap((history) => history.payments);

  test('come close to the cost of the previous year once corrected', () => {
    const [from, to] = [dayOf(2025, 5, 1), dayOf(2026, 3, 1)];
    const replaced = new Set(payments.map(({ corrects }) => corrects));
    let paid = 0;
    for (const payment of payments) {
      if (payment.status === 'commitment' || replaced.has(payment.reference)) continue;
      const nights = payment.periodTo - payment.periodFrom + 1;
      const inYear = overlap({ from: payment.periodFrom, to: payment.periodTo + 1 }, from, to);
      paid += (payment.gross * inYear) / nights;
    }
    let cost = 0;
    for (const { packages } of council.histories()) cost += exactCost(packages, from, to);
    expect(paid / cost).toBeGreaterThan(0.985);
    expect(paid / cost).toBeLessThan(1.015);
  });

  test('name what they correct, are late now and then, and only commit to what is to come', () => {
    const byReference = new Map(payments.map((payment) => [payment.reference, payment]));
    expect(byReference.size).toBe(payments.length);
    const corrections = payments.filter(({ corrects }) => corrects !== '');
    expect(corrections.length / payments.length).toBeGreaterThan(0.01);
    for (const { corrects, runDate, status } of corrections) {
      expect(byReference.get(corrects)?.runDate ?? runDate).toBeLessThan(runDate);
      expect(status).toBe('actual');
    }
    const accruals = payments.filter(({ status }) => status === 'accrual');
    expect(accruals.length / payments.length).toBeGreaterThan(0.01);
    const unsound = payments.filter(
      ({ runDate, periodTo, status, contribution, gross }) =>
        runDate > asOf || contribution > gross || (status !== 'commitment' && periodTo >= runDate),
    );
    expect(unsound).toEqual([]);
  });
});

test('the budget of the year is overspent by four to seven in a hundred', () => {
  const costs: YearlyCosts = new Map();
  for (const history of council.histories()) addCosts(costs, history, council.calendar);
  const lines = [...budgetLines(11, costs)].map((line) => line.split(','));
  const voted = lines
    .filter(([year]) => year === '2026-27')
    .reduce((sum, [, , , , annual]) => sum + Number(annual), 0);
  const expected = [...costs]
    .filter(([key]) => key.startsWith('2026,'))
    .reduce((sum, [, cost]) => sum + cost / 700, 0);
  expect(expected / voted).toBeGreaterThan(1.04);
  expect(expected / voted).toBeLessThan(1.07);
  for (const [, , , , annual, profile] of lines) {
    if (profile === 'equal') continue;
    const months = profile?.split('|').map(Number) ?? [];
    expect(months).toHaveLength(12);
    expect(months.reduce((sum, month) => sum + month, 0)).toBe(Number(annual));
  }
});
