import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fraction } from '../../../tests/recount/exact-fraction.ts';
import { randomCouncil } from '../../../tests/recount/random-council.ts';
import { penceOf } from '../../core/money.ts';
import { PAYMENT_STATUSES, type Payment } from '../model.ts';
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

  const randomPayment = fc.record({
    childId: fc.constantFrom('C00', 'C07', 'C14', 'C99'),
    paymentRef: fc.nat(20).map(String),
    correctsRef: fc.option(fc.nat(20).map(String), { nil: undefined, freq: 2 }),
    periodFrom: fc.integer({ min: 18_300, max: 18_420 }),
    days: fc.nat(40),
    gross: fc.integer({ min: -99_999, max: 999_999 }).map(penceOf),
    status: fc.constantFrom(...PAYMENT_STATUSES),
  });

  it('agrees with counting night by night and day by day', () => {
    const period = { from: 18_330, to: 18_390 };
    const within = (day: number) => day >= period.from && day < period.to;
    const recount = (payments: readonly Payment[]) => {
      let sum = new Fraction(0n);
      for (const { periodFrom, periodTo, gross } of payments) {
        const days = BigInt(periodTo - periodFrom + 1);
        for (let day = periodFrom; day <= periodTo; day++) {
          if (within(day)) sum = sum.plus(new Fraction(BigInt(gross), days));
        }
      }
      return sum.rounded();
    };
    fc.assert(
      fc.property(randomCouncil, fc.array(randomPayment, { maxLength: 15 }), (council, random) => {
        const { elements } = council.facts;
        const payments = random.map(({ days, ...each }): Payment => {
          return { ...payment, ...each, periodTo: each.periodFrom + days };
        });
        for (const line of committedAgainstPayments(elements, payments, period)) {
          const standing = payments.filter(
            ({ childId, paymentRef }) =>
              childId === line.childId &&
              !payments.some(
                (other) => other.correctsRef === paymentRef && other.paymentRef !== paymentRef,
              ),
          );
          let rates = 0n;
          for (const { childId, from, to, weeklyRate } of elements) {
            for (let night = period.from; night < period.to; night++) {
              const charged = night >= from && (to === undefined || night < to);
              if (childId === line.childId && charged) rates += BigInt(weeklyRate);
            }
          }
          const committed = new Fraction(rates, 7n).rounded();
          const settled = recount(standing.filter(({ status }) => status !== 'commitment'));
          expect(line.committedPence).toBe(committed);
          expect(line.paidPence).toBe(settled);
          expect(line.differencePence).toBe(settled - committed);
          expect(line.commitmentLinesPence).toBe(
            recount(standing.filter(({ status }) => status === 'commitment')),
          );
        }
      }),
    );
  });
});
