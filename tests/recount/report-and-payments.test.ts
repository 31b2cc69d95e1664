import fc from 'fast-check';
import { expect, it } from 'vitest';
import { penceOf } from '../../src/core/money.ts';
import type { CostElement } from '../../src/records/model.ts';
import { paymentDifferences } from '../../src/records/reports/payment-differences.ts';
import { reportToPaid } from '../../src/records/reports/report-and-payments.ts';
import { randomPayments } from './random-payments.ts';

const COUNCILS = 200;
const SEED = 28_112_016;
const breaks = fc.array(
  fc.record({
    childId: fc.constantFrom('C1', 'C2'),
    after: fc.integer({ min: -30, max: 60 }),
    nights: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
  }),
  { maxLength: 1 },
);

/** What costs come to in sevenths of a penny, night by night. */
function slowly(
  elements: readonly CostElement[],
  period: { readonly from: number; readonly to: number },
  counts: (childId: string, night: number) => boolean,
): number {
  let sevenths = 0;
  for (let night = period.from; night < period.to; night += 1) {
    for (const { childId, from, to, weeklyRate } of elements) {
      if (from > night || (to !== undefined && to <= night)) continue;
      if (counts(childId, night)) sevenths += weeklyRate;
    }
  }
  return Math.round(sevenths / 7);
}

it(`leads from the report to what was paid by parts that add up, on ${COUNCILS} random councils`, () => {
  let withBreaks = 0;
  fc.assert(
    fc.property(randomPayments, breaks, ({ elements, payments, period }, chosen) => {
      const shortBreaks = chosen.map(({ childId, after, nights }) => ({
        childId,
        from: period.from + after,
        to: nights === undefined ? undefined : period.from + after + nights,
      }));
      const counting = { period, matchedWithin: penceOf(500) };
      const rows = paymentDifferences(elements, payments, counting, (childId) => childId);
      const found = reportToPaid(rows, elements, shortBreaks, period);
      const onBreak = (childId: string, night: number) =>
        shortBreaks.some(
          (one) =>
            one.childId === childId &&
            one.from <= night &&
            (one.to === undefined || night < one.to),
        );
      expect(found.report).toBe(slowly(elements, period, (...of) => !onBreak(...of)));
      const all = slowly(elements, period, () => true);
      expect(found.report + found.shortBreaks).toBe(all);
      expect(Math.abs(found.rounding)).toBeLessThanOrEqual(rows.length / 2 + 1);
      expect(found.report + found.shortBreaks + found.rounding).toBe(found.committed);
      expect(found.committed - found.awaiting).toBe(found.due);
      const { differences } = found;
      const difference = differences['over-paid'] + differences['under-paid'] + differences.matched;
      expect(found.due + difference).toBe(found.paid);
      if (found.shortBreaks !== 0) withBreaks += 1;
    }),
    { numRuns: COUNCILS, seed: SEED },
  );
  expect(withBreaks).toBeGreaterThan(20);
});
