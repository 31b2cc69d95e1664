import fc from 'fast-check';
import { penceOf } from '../../src/core/money.ts';
import { dayNumberOf, isoDate } from '../../src/core/plain-date.ts';
import { type CostElement, PAYMENT_STATUSES, type Payment } from '../../src/records/model.ts';

/** A few children, what they cost and how that was paid, near the start of a financial year. */
export interface RandomPayments {
  readonly elements: readonly CostElement[];
  readonly payments: readonly Payment[];
  readonly period: { readonly from: number; readonly to: number };
  readonly today: number;
}

const YEAR = dayNumberOf(isoDate('2021-04-01'));
const CHILDREN = ['C1', 'C2', 'C3', 'C4'];
const SUPPLIERS = ['Alder', 'Beech', undefined] as const;
const ELEMENTS = ['core', 'core', 'health'] as const;
const oneOf = fc.constantFrom;

const costArbitrary = fc.record({
  childId: oneOf(...CHILDREN),
  supplier: oneOf(...SUPPLIERS, 'Cedar'),
  element: oneOf(...ELEMENTS),
  begins: oneOf(-400, -400, -90, -40, -9, 0, 3, 20, 60),
  nights: fc.oneof(fc.constant(undefined), fc.integer({ min: 0, max: 460 })),
  weeklyRate: oneOf(0, 70_000, 100_000, 123_457),
  rise: fc.boolean(),
});

/** A schedule by which a supplier is paid for an element; some runs are missed, some pay only one child. */
const scheduleArbitrary = fc.record({
  supplier: oneOf(...SUPPLIERS),
  element: oneOf(...ELEMENTS),
  every: oneOf(7, 14, 28, 'month', 'quarter', 'quarter', 5) as fc.Arbitrary<
    number | 'month' | 'quarter'
  >,
  lag: oneOf(-10, 0, 4, 5, 12, 20),
  accrued: fc.boolean(),
  missed: fc.array(oneOf(false, false, true), { minLength: 1, maxLength: 14 }),
  ends: fc.integer({ min: -60, max: 80 }),
});

const lineArbitrary = fc.record({
  childId: oneOf(...CHILDREN),
  supplier: oneOf(...SUPPLIERS),
  element: oneOf(...ELEMENTS),
  placement: oneOf(0, 1),
  from: fc.integer({ min: -60, max: 70 }),
  nights: fc.integer({ min: 1, max: 40 }),
  after: fc.integer({ min: -20, max: 40 }),
  gross: fc.integer({ min: -99_999, max: 999_999 }),
  status: oneOf('actual', ...PAYMENT_STATUSES),
  corrects: fc.option(fc.nat(30), { nil: undefined, freq: 2 }),
});

type Costs = typeof costArbitrary extends fc.Arbitrary<infer Value> ? Value : never;
type Schedule = typeof scheduleArbitrary extends fc.Arbitrary<infer Value> ? Value : never;

function elementsOf({ childId, supplier, element, begins, nights, weeklyRate, rise }: Costs) {
  const from = YEAR + begins;
  const to = nights === undefined ? undefined : from + nights;
  const row: CostElement = {
    ...{ childId, placementStart: from, element, from, to, funder: 'social_care' },
    ...{ weeklyRate: penceOf(weeklyRate), provider: supplier, contract: undefined },
    ...{ costCentre: '41110', subjective: undefined },
  };
  if (!rise || from >= YEAR || (to !== undefined && to <= YEAR)) return [row];
  return [
    { ...row, to: YEAR },
    { ...row, from: YEAR, weeklyRate: penceOf(Math.round(weeklyRate * 1.03)) },
  ];
}

function spans({ every, missed, ends }: Schedule): { from: number; to: number }[] {
  return missed.map((_missed, at) => {
    if (typeof every === 'number') {
      const to = YEAR + ends - every * at;
      return { from: to - every + 1, to };
    }
    const months = every === 'month' ? 1 : 3;
    const first = (back: number) => Date.UTC(2021, 5 - back, 1) / 86_400_000;
    return { from: first(months * (at + 1)), to: first(months * at) - 1 };
  });
}

function scheduled(schedule: Schedule, elements: readonly CostElement[], at: number): Payment[] {
  const { supplier, element, lag, missed, accrued } = schedule;
  const paidFor = elements.filter((row) => row.provider === supplier && row.element === element);
  return spans(schedule).flatMap((span, run) => {
    if (missed[run] === true) return [];
    return paidFor.flatMap((row, line): Payment[] => {
      const from = Math.max(span.from, row.from);
      const to = Math.min(span.to, (row.to ?? Number.POSITIVE_INFINITY) - 1);
      if (to < from) return [];
      const gross = penceOf(Math.round(((to - from + 1) * row.weeklyRate) / 7));
      return [
        {
          ...blank,
          ...{ paymentRef: `S${at}-${run}-${line}`, runDate: span.to + lag, gross, element },
          ...{ periodFrom: from, periodTo: to, childId: row.childId, provider: supplier },
          placementStart: row.placementStart,
          status: accrued && run === 0 ? 'accrual' : 'actual',
        },
      ];
    });
  });
}

const blank: Payment = {
  ...{ paymentRef: '', runDate: 0, periodFrom: 0, periodTo: 0, childId: '', placementStart: 0 },
  ...{ provider: undefined, element: 'core', gross: penceOf(0), contributionSource: undefined },
  ...{ contribution: penceOf(0), costCentre: '41110', subjective: undefined, status: 'actual' },
  correctsRef: undefined,
};

/** Councils with all that is hard of payments: late runs and none, prices that rise within a payment, corrections of corrections. */
export const randomPayments: fc.Arbitrary<RandomPayments> = fc
  .record({
    costs: fc.array(costArbitrary, { minLength: 1, maxLength: 7 }),
    schedules: fc.array(scheduleArbitrary, { maxLength: 4 }),
    lines: fc.array(lineArbitrary, { maxLength: 6 }),
    weeks: fc.integer({ min: 1, max: 12 }),
    later: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ costs, schedules, lines, weeks, later }) => {
    const elements = costs.flatMap(elementsOf);
    const byRuns = schedules.flatMap((schedule, at) => scheduled(schedule, elements, at));
    const byHand = lines.map(
      ({ supplier, placement, from, nights, after, ...line }, at): Payment => {
        const periodTo = YEAR + from + nights - 1;
        const corrects =
          line.corrects === undefined ? undefined : byRuns[line.corrects]?.paymentRef;
        return {
          ...blank,
          ...{ paymentRef: `H${at}`, runDate: periodTo + after, periodFrom: YEAR + from, periodTo },
          ...{ childId: line.childId, element: line.element, status: line.status },
          ...{ provider: supplier, gross: penceOf(line.gross) },
          placementStart: elements[placement]?.placementStart ?? YEAR,
          correctsRef: corrects ?? (line.corrects === 30 ? `H${at}` : undefined),
        };
      },
    );
    const to = YEAR + weeks * 7;
    return {
      elements,
      payments: [...byRuns, ...byHand],
      period: { from: YEAR, to },
      today: to + later,
    };
  });
