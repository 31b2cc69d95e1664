import { expect, test } from 'vitest';
import { penceOf } from '../../core/money.ts';
import { dayNumberOf, isoDate } from '../../core/plain-date.ts';
import type { CostElement, Payment } from '../model.ts';
import { paymentDifferences, sumsOf } from './payment-differences.ts';

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

const COUNTING = { period: PERIOD, matchedWithin: penceOf(100) };
const differences = (elements: CostElement[], payments: Payment[], counting = {}) =>
  paymentDifferences(elements, payments, { ...COUNTING, ...counting }, (childId) => `P-${childId}`);

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
      due: 400_000,
      awaiting: 0,
      paid: 260_000,
      accruals: 100_000,
      commitments: 70_000,
      difference: -140_000,
    }),
  ]);
  expect(sumsOf(rows)).toEqual({
    committed: 400_000,
    due: 400_000,
    awaiting: 0,
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

test('what is not yet due awaits payment, and a child paid for what is due is matched', () => {
  const dueTo = () => FIRST + 21;
  const paid = payment('1', 'A', 300_000, { periodTo: FIRST + 20 });
  const [row] = differences([element('A', 100_000)], [paid], { dueTo });
  expect(row).toMatchObject({
    ...{ state: 'matched', committed: 400_000, due: 300_000, awaiting: 100_000, difference: 0 },
  });
});
