import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RandomOutturn, randomOutturn } from '../../../tests/recount/random-outturn.ts';
import { penceOf } from '../../core/money.ts';
import { dateOfDayNumber } from '../../core/plain-date.ts';
import { factsByChild } from '../reports/weekly-report/facts.ts';
import { weekEndingOn } from '../reports/weekly-report/week.ts';
import { allot } from './allot.ts';
import { asIfKnownOn } from './as-if-known.ts';
import { type Made, MOVES, movedBetween } from './moved.ts';
import { nightlyCharges } from './nightly-charges.ts';
import { outturnOf, paceExact, projectedExact, rounded } from './outturn.ts';

function madeOn({ facts, basis }: RandomOutturn, night: number): Made {
  const asAt = weekEndingOn(dateOfDayNumber(night));
  const children = factsByChild(asIfKnownOn(facts, night));
  const outturn = outturnOf(children, asAt, basis);
  return {
    projected: projectedExact(outturn),
    pace: paceExact(outturn),
    charges: nightlyCharges(children, asAt),
  };
}

test('what moved a projection comes to the penny to what became of it, and its nights to what it is without the pace', () => {
  fc.assert(
    fc.property(randomOutturn, fc.integer({ min: 1, max: 60 }), (council, days) => {
      const night = council.lastNight;
      const { year } = weekEndingOn(dateOfDayNumber(night));
      const before = Math.max(year.from, night - days);
      const [earlier, later] = [madeOn(council, before), madeOn(council, night)];
      const moved = movedBetween(earlier, later);
      const all = MOVES.reduce((sum, move) => sum + moved[move], 0);
      expect(all).toBe(rounded(later.projected) - rounded(earlier.projected));
      const nights = [...later.charges.values()].flatMap(({ weekly }) => weekly);
      const charged = nights.reduce((sum, weekly) => sum + weekly, 0);
      const { pace, projected } = later;
      expect(charged * (projected.over / 7)).toBe(projected.sum - pace.sum);
    }),
    { numRuns: 100, seed: 51 },
  );
});

test('a sum is allotted to the penny, in the order of its weights', () => {
  const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(fc.integer({ min: -9_999, max: 9_999_999 }), weights, (sum, of) => {
      const shares = allot(penceOf(sum), of);
      const whole = of.some((weight) => weight > 0) ? sum : 0;
      expect(shares.reduce((so, share) => so + share, 0)).toBe(whole);
      for (const [at, weight] of of.entries()) if (weight === 0) expect(shares[at]).toBe(0);
    }),
  );
});
