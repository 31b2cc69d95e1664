import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDayNumber, dayNumberOf, isoDate } from '../../src/core/plain-date.ts';
import { countProviders } from '../../src/records/providers/count-providers.ts';
import { priceChanges } from '../../src/records/providers/price-changes.ts';
import { byProvider } from '../../src/records/providers/provider-count.ts';
import { yearTo } from '../../src/records/providers/provider-year.ts';
import type { Tally } from '../../src/records/providers/tally.ts';
import { factsByChild } from '../../src/records/reports/weekly-report/facts.ts';
import { randomCouncil } from './random-council.ts';
import { SlowNights } from './slow-nights.ts';
import { slowPriceChanges, slowProvider } from './slow-providers.ts';

const COUNCILS = 250;
const SEED = 28_112_053;
/** A year, and shorter, so that some children are there at both ends. */
const nightsBack = fc.constantFrom(20, 60, 100, 365);
const NAMES: Readonly<Record<string, string | undefined>> = { alder: 'Alder', beech: 'Beech' };

function shown(tally: Tally | undefined) {
  return {
    childrenInYear: tally?.childrenInYear ?? 0,
    nights: tally?.nights ?? 0,
    cost: tally?.cost.pence ?? 0,
    averageWeekly: tally?.averageWeekly,
    averageNow: tally?.averageNow,
    averageBefore: tally?.averageBefore,
    childrenNow: tally?.now.children ?? 0,
    same: tally?.same ?? { children: 0, beforePence: 0, nowPence: 0 },
    outOfArea: tally?.outOfArea ?? 0,
    areaUnknown: tally?.areaUnknown ?? 0,
  };
}

it.each([
  ['2026-11-22', '2025-11-22', 365],
  ['2024-02-29', '2023-02-28', 366],
  ['2025-02-28', '2024-02-28', 366],
])('the year to %s is compared with %s', (night, before, nights) => {
  const year = yearTo(isoDate(night));
  expect(dateOfDayNumber(year.before)).toBe(before);
  expect(year.nights.to - year.nights.from).toBe(nights);
});

describe('an independent slow recount of what providers charge, night by night', () => {
  it(`agrees to the penny on ${COUNCILS} random councils, by provider and by placement group`, () => {
    const recounted = { groups: 0, same: 0 };
    fc.assert(
      fc.property(randomCouncil, nightsBack, ({ facts, weekEnding }, back) => {
        const now = dayNumberOf(weekEnding);
        const before = now - back;
        const year = { before, now, nights: { from: before + 1, to: now + 1 } };
        const { providers } = countProviders(factsByChild(facts), year);
        const slow = new SlowNights(facts);
        for (const key of ['', 'alder', 'beech']) {
          const counted = providers.get(key);
          expect(shown(counted?.all)).toEqual(slowProvider(slow, NAMES[key], year));
          for (const [group, tally] of counted?.byGroup ?? []) {
            expect(shown(tally)).toEqual(slowProvider(slow, NAMES[key], year, group));
            recounted.groups += 1;
          }
          recounted.same += counted?.all.same.children ?? 0;
        }
      }),
      { numRuns: COUNCILS, seed: SEED },
    );
    expect(recounted.groups).toBeGreaterThan(COUNCILS);
    expect(recounted.same).toBeGreaterThan(COUNCILS / 5);
  });

  it('has every provider’s nights and spend in the whole, and each contract in its provider', () => {
    fc.assert(
      fc.property(randomCouncil, ({ facts, weekEnding }) => {
        const { providers, whole } = countProviders(factsByChild(facts), yearTo(weekEnding));
        const sum = (of: (tally: Tally) => number) =>
          [...providers.values()].reduce((so, { all }) => so + of(all), 0);
        expect(whole.all.nights).toBe(sum(({ nights }) => nights));
        expect(whole.all.cost.penceNights).toBe(sum(({ cost }) => cost.penceNights));
        for (const { all } of providers.values()) {
          const contracts = [...all.contracts.values()];
          const bought = contracts.reduce((so, { penceNights }) => so + penceNights, 0);
          expect(bought).toBe(all.cost.penceNights);
        }
      }),
      { numRuns: COUNCILS, seed: SEED },
    );
  });

  it('finds every change of price, and no other', () => {
    let found = 0;
    fc.assert(
      fc.property(randomCouncil, ({ facts, weekEnding }) => {
        const last = dayNumberOf(weekEnding) + 400;
        for (const { care, elements } of factsByChild(facts)) {
          for (const own of byProvider(elements).values()) {
            const changes = priceChanges(own, care);
            const starts = new Set(own.map(({ placementStart }) => placementStart));
            for (const start of starts) {
              const placement = own.filter(({ placementStart }) => placementStart === start);
              const slow = slowPriceChanges(placement, last - 900, last);
              found += slow.length;
              expect(
                changes
                  .filter(({ placementStart }) => placementStart === start)
                  .map(({ date, before, after }) => ({ date, before, after })),
              ).toEqual(slow);
            }
          }
        }
      }),
      { numRuns: COUNCILS, seed: SEED },
    );
    expect(found).toBeGreaterThan(20);
  });
});
