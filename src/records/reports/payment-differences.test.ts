import { expect, test } from 'vitest';
import { penceOf } from '../../core/money.ts';
import { dayNumberOf, isoDate } from '../../core/plain-date.ts';
import type { CostElement, Payment } from '../model.ts';
import { lastDayPaid, paymentDifferences, sumsOf } from './payment-differences.ts';

const FIRST = dayNumberOf(isoDate('2021-04-01'));
const PERIOD = { from: FIRST, to: FIRST + 28 };

function element(childId: string, weekly: number): CostElement {
  return {
    childId,
    placementStart: FIRST,
    element: 'core',
    weeklyRate: penceOf(weekly),
    from: FIRST,
    to: undefined,
    funder: 'social_care',
    provider: undefined,
    contract: undefined,
    costCentre: undefined,
    subjective: undefined,
  };
}

function payment(
  paymentRef: string,
  childId: string,
  gross: number,
  more: Partial<Payment> = {},
): Payment {
  return {
    paymentRef,
    runDate: FIRST + 30,
    periodFrom: FIRST,
    periodTo: FIRST + 27,
    childId,
    placementStart: FIRST,
    provider: undefined,
    element: 'core',
    gross: penceOf(gross),
    contributionSource: undefined,
    contribution: penceOf(0),
    costCentre: undefined,
    subjective: undefined,
    status: 'actual',
    correctsRef: undefined,
    ...more,
  };
}

const differences = (elements: CostElement[], payments: Payment[]) =>
  paymentDifferences(elements, payments, PERIOD, (childId) => `P-${childId}`, penceOf(100));

test.each([
  ['matched', 400_000],
  ['matched', 400_099],
  ['matched', 399_901],
  ['over-paid', 400_100],
  ['under-paid', 399_900],
])('a child committed £4,000 is %s when %i pence are paid', (state, gross) => {
  const [row] = differences([element('A', 100_000)], [payment('1', 'A', gross)]);
  expect(row).toMatchObject({ state, package: 'P-A', difference: gross - 400_000 });
  expect(row?.size).toBe(Math.abs(gross - 400_000));
});

test('accruals that stand are told apart, those replaced count no more, commitments are in neither', () => {
  const rows = differences(
    [element('A', 100_000)],
    [
      payment('1', 'A', 100_000, { status: 'accrual' }),
      payment('2', 'A', 150_000, { status: 'accrual' }),
      payment('3', 'A', 160_000, { correctsRef: '2' }),
      payment('4', 'A', 70_000, { status: 'commitment' }),
    ],
  );
  expect(rows).toEqual([
    expect.objectContaining({
      committed: 400_000,
      paid: 260_000,
      accruals: 100_000,
      commitments: 70_000,
      difference: -140_000,
    }),
  ]);
  expect(sumsOf(rows)).toEqual({
    committed: 400_000,
    paid: 260_000,
    accruals: 100_000,
    commitments: 70_000,
    difference: -140_000,
  });
});

test('a child with neither cost nor payment in the period is left out', () => {
  const later = { periodFrom: FIRST + 40, periodTo: FIRST + 50 };
  expect(differences([element('A', 0)], [payment('1', 'B', 500, later)])).toEqual([]);
});

test('the last day paid is that of actual payments within the period', () => {
  const accrued = payment('1', 'A', 1, { status: 'accrual' });
  expect(lastDayPaid([accrued], PERIOD)).toBeUndefined();
  const half = payment('2', 'A', 1, { periodTo: FIRST + 13 });
  expect(lastDayPaid([accrued, half], PERIOD)).toBe(FIRST + 13);
  const beyond = payment('3', 'A', 1, { periodTo: FIRST + 60 });
  expect(lastDayPaid([half, beyond], PERIOD)).toBe(PERIOD.to - 1);
});
