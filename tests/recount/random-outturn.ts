import fc from 'fast-check';
import { penceOf } from '../../src/core/money.ts';
import { dayNumberOf } from '../../src/core/plain-date.ts';
import { episode } from '../../src/records/care-cost/examples.ts';
import type { CostElement } from '../../src/records/model.ts';
import type { PaceBasis } from '../../src/records/outturn/pace-window.ts';
import type { PlacementFacts } from '../../src/records/reports/weekly-report/facts.ts';
import { randomCouncil } from './random-council.ts';

/** A small invented council, the last night that is known of, and what its pace is told from. */
export interface RandomOutturn {
  readonly facts: PlacementFacts;
  readonly lastNight: number;
  readonly basis: PaceBasis;
}

const changeArbitrary = fc.record({
  centre: fc.constantFrom('A1', 'A1', 'A2', undefined),
  /** Where a rate is followed by another. */
  followed: fc.constantFrom(false, true, true),
  follows: fc.integer({ min: 1, max: 120 }),
  gap: fc.constantFrom(0, 0, 0, 1),
  rate: fc.integer({ min: 1, max: 600_000 }),
  goesOn: fc.constantFrom(undefined, undefined, 30, 200),
  yearEnd: fc.constantFrom(undefined, undefined, undefined, 0, -1),
});

type Change = typeof changeArbitrary extends fc.Arbitrary<infer Value> ? Value : never;

function changed(element: CostElement, change: Change, yearEnd: number): CostElement[] {
  const own = { ...element, costCentre: change.centre };
  if (change.yearEnd !== undefined) return [{ ...own, to: yearEnd + change.yearEnd }];
  if (!change.followed) return [own];
  const to = element.from + change.follows;
  const from = to + change.gap;
  const next = change.goesOn && from + change.goesOn;
  return [
    { ...own, to },
    { ...own, from, to: next, weeklyRate: penceOf(change.rate) },
  ];
}

interface Lasting {
  readonly rate: number;
  readonly endedAgo: number | undefined;
}

/** Children who have long been in one place, and stay or left of late. */
function steadyChildren(lasting: readonly Lasting[], lastNight: number) {
  const decom = lastNight - 200;
  const left = (ago: number | undefined) => (ago === undefined ? undefined : lastNight - ago);
  const rest = { funder: 'social_care', provider: 'Oak', contract: undefined } as const;
  const codes = { costCentre: 'A1', subjective: 'B2' };
  return {
    episodes: lasting.map(({ endedAgo }, at) =>
      episode({ childId: `S${at}`, decom, dec: left(endedAgo), rne: 'S', place: 'K2' }),
    ),
    elements: lasting.map(({ rate, endedAgo }, at): CostElement => {
      const nights = { placementStart: decom, from: decom, to: left(endedAgo) };
      const of = { childId: `S${at}`, element: 'core', weeklyRate: penceOf(rate) } as const;
      return { ...of, ...nights, ...rest, ...codes };
    }),
  };
}

/** Councils as of the recount of the report, with rates that follow others, costs to come, ends of prices, and birthdays in the year. */
export const randomOutturn: fc.Arbitrary<RandomOutturn> = fc
  .record({
    council: randomCouncil,
    changes: fc.array(changeArbitrary, { minLength: 8, maxLength: 8 }),
    turns: fc.array(fc.integer({ min: -60, max: 300 }), { minLength: 4, maxLength: 4 }),
    weeks: fc.constantFrom(0, 4, 13, 13, 26),
    lasting: fc.array(
      fc.record({
        rate: fc.integer({ min: 1, max: 900_000 }),
        endedAgo: fc.constantFrom(undefined, undefined, 3, 40),
      }),
      { maxLength: 4 },
    ),
    endsKnown: fc.constantFrom(undefined, -300, -300, -300, -40, -10),
  })
  .map(({ council: { facts, weekEnding }, changes, turns, weeks, lasting, endsKnown }) => {
    const lastNight = dayNumberOf(weekEnding);
    const year = Number(weekEnding.slice(0, 4)) + (weekEnding.slice(5) < '04-01' ? 0 : 1);
    const yearEnd = Date.UTC(year, 3, 1) / 86_400_000;
    const elements = facts.elements.flatMap((element, at) =>
      changed(element, changes[at % changes.length] as Change, yearEnd),
    );
    const children = facts.children.map((child, at) => {
      const turn = turns[at % turns.length] ?? 0;
      if (child.dateOfBirth === undefined || turn > 200) return child;
      const adult = new Date((lastNight + turn) * 86_400_000);
      adult.setUTCFullYear(adult.getUTCFullYear() - 18);
      return {
        ...child,
        dateOfBirth: adult.toISOString().slice(0, 10) as typeof child.dateOfBirth,
      };
    });
    const steady = steadyChildren(lasting, lastNight);
    const endsKnownFrom = endsKnown === undefined ? undefined : lastNight + endsKnown;
    return {
      facts: {
        ...facts,
        children,
        elements: [...elements, ...steady.elements],
        episodes: [...facts.episodes, ...steady.episodes],
      },
      lastNight,
      basis: { weeks, endsKnownFrom },
    };
  });
