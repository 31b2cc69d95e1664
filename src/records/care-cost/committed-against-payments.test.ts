import { describe, expect, it } from 'vitest';
import { penceOf } from '../../core/money.ts';
import type { CostElement, Payment } from '../model.ts';
import { committedAgainstPayments } from './committed-against-payments.ts';

const payment: Payment = {
  paymentRef: 'P1',
  runDate: 20,
  periodFrom: 0,
  periodTo: 6,
  childId: 'A',
  placementStart: 0,
  provider: undefined,
  element: 'core',
  gross: penceOf(70_000),
  contributionSource: undefined,
  contribution: penceOf(0),
  costCentre: undefined,
  subjective: undefined,
  status: 'actual',
  correctsRef: undefined,
};

const cost: CostElement = {
  childId: 'A',
  placementStart: 0,
  element: 'core',
  weeklyRate: penceOf(70_000),
  from: 0,
  to: 5,
  funder: 'social_care',
  provider: undefined,
  contract: undefined,
  costCentre: undefined,
  subjective: undefined,
};

const paidOf = (payments: readonly Payment[], from = 0, to = 7) =>
  committedAgainstPayments([], payments, { from, to })[0]?.paidPence;

describe('committedAgainstPayments', () => {
  it('counts both days of a payment period, and the share within the period', () => {
    expect(paidOf([payment])).toBe(70_000);
    expect(paidOf([payment], 5, 20)).toBe(20_000);
    expect(paidOf([payment], 7, 20)).toBe(0);
  });

  it('does not count what was replaced, however often', () => {
    const again = { ...payment, gross: penceOf(8), correctsRef: 'P1', paymentRef: 'P2' };
    const last = { ...payment, gross: penceOf(9), correctsRef: 'P2', paymentRef: 'P3' };
    expect(paidOf([payment, again])).toBe(8);
    expect(paidOf([last, payment, again])).toBe(9);
    expect(paidOf([{ ...payment, correctsRef: 'P1' }])).toBe(70_000);
  });

  it('puts a period written backwards on its first day', () => {
    expect(paidOf([{ ...payment, periodFrom: 3, periodTo: 1 }], 3, 4)).toBe(70_000);
  });

  it('shares a payment over an edge by what its nights cost, so that a rise on the edge is no difference', () => {
    const dearer = { ...cost, from: 5, to: undefined, weeklyRate: penceOf(140_000) };
    const both = { ...payment, gross: penceOf(5 * 10_000 + 2 * 20_000) };
    const [before] = committedAgainstPayments([cost, dearer], [both], { from: 0, to: 5 });
    expect(before).toMatchObject({ paidPence: 50_000, committedPence: 50_000 });
    const [after] = committedAgainstPayments([cost, dearer], [both], { from: 5, to: 20 });
    expect(after?.paidPence).toBe(40_000);
  });

  it('shares it by its nights where one of them costs nothing', () => {
    const [line] = committedAgainstPayments([cost], [payment], { from: 0, to: 2 });
    expect(line?.paidPence).toBe(20_000);
    const health = { ...cost, element: 'health', from: 0, to: undefined } as const;
    const [other] = committedAgainstPayments([cost, health], [payment], { from: 0, to: 2 });
    expect(other?.paidPence).toBe(20_000);
  });

  it('has due what a supplier is paid for by now, the rest awaiting payment', () => {
    const open = { ...cost, to: undefined };
    const dueTo = () => 10;
    const [line] = committedAgainstPayments([open], [payment], { from: 0, to: 14 }, dueTo);
    expect(line).toMatchObject({
      committedPence: 140_000,
      duePence: 100_000,
      awaitingPence: 40_000,
      paidPence: 70_000,
      differencePence: -30_000,
    });
  });

  it('has due what the child itself is paid for further, accruals with it, in that placement and element alone', () => {
    const open = { ...cost, to: undefined };
    const dueTo = () => 7;
    const dueOf = (line: Partial<Payment>) =>
      committedAgainstPayments(
        [open],
        [{ ...payment, periodTo: 9, ...line }],
        { from: 0, to: 14 },
        dueTo,
      )[0]?.duePence;
    expect(dueOf({})).toBe(100_000);
    expect(dueOf({ status: 'accrual' })).toBe(100_000);
    expect(dueOf({ status: 'commitment' })).toBe(70_000);
    expect(dueOf({ placementStart: 3 })).toBe(70_000);
    expect(dueOf({ element: 'health' })).toBe(70_000);
    expect(dueOf({ periodTo: 99 })).toBe(140_000);
  });
});
