import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomPayments } from '../../../tests/recount/random-payments.ts';
import { penceOf } from '../../core/money.ts';
import { againstPayments, costsAndPayments } from './committed-against-payments.ts';
import { explainDifference } from './explain-difference.ts';

test('the causes are all there is: they come to the difference, whatever was paid', () => {
  fc.assert(
    fc.property(randomPayments, ({ elements, payments, period }) => {
      for (const of of costsAndPayments(elements, payments)) {
        const { differencePence: difference } = againstPayments(of, period);
        const given = { ...of, period, difference, matchedWithin: penceOf(1) };
        const { causes } = explainDifference(given);
        const sum = causes.reduce((so, { amount }) => so + amount, 0);
        // Each payment and each run of nights is rounded by itself.
        const rounded = 2 + of.settled.length * 2 + of.costs.length * 2 + causes.length;
        expect(Math.abs(difference - sum)).toBeLessThanOrEqual(rounded);
      }
    }),
    { numRuns: 1000, seed: 28_112_016 },
  );
});
