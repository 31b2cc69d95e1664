import fc from 'fast-check';
import { penceOf } from '../../src/core/money.ts';
import {
  dateOfDayNumber,
  dayNumberOf,
  isoDate,
  type PlainDate,
} from '../../src/core/plain-date.ts';
import {
  type Budget,
  type Child,
  COST_ELEMENTS,
  type CostElement,
  type Episode,
  FUNDERS,
} from '../../src/records/model.ts';
import type { PlacementFacts } from '../../src/records/reports/weekly-report/facts.ts';

/** A small invented council and the week to report on. */
export interface RandomCouncil {
  readonly facts: PlacementFacts;
  readonly weekEnding: PlainDate;
}

const SITES: readonly Pick<Episode, 'place' | 'placeProvider' | 'urn'>[] = [
  { place: 'U6', placeProvider: 'PR1', urn: '1000001' },
  { place: 'U4', placeProvider: 'PR4', urn: '1000002' },
  { place: 'U5', placeProvider: undefined, urn: undefined },
  { place: 'U1', placeProvider: 'PR1', urn: undefined },
  { place: 'K2', placeProvider: 'PR4', urn: 'SC000003' },
  { place: 'K2', placeProvider: 'PR4', urn: 'SC000004' },
  { place: 'K1', placeProvider: 'PR2', urn: 'SC000005' },
  { place: 'P1', placeProvider: 'PR0', urn: undefined },
  { place: 'K3', placeProvider: 'PR5', urn: 'SC000006' },
  { place: 'S1', placeProvider: 'PR4', urn: undefined },
  { place: 'A5', placeProvider: 'PR1', urn: undefined },
  { place: 'R5', placeProvider: 'PR3', urn: undefined },
  { place: 'Z1', placeProvider: undefined, urn: undefined },
  { place: 'T1', placeProvider: undefined, urn: undefined },
  { place: 'T4', placeProvider: undefined, urn: undefined },
];

const oneOf = fc.constantFrom;

const stepArbitrary = fc.record({
  gap: oneOf(0, 0, 0, 0, 1, 4),
  nights: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 50 })),
  site: fc.nat(SITES.length - 1),
  backTo: oneOf(0, 0, 1, 2),
  rne: oneOf('S', 'L', 'P', 'P', 'T', 'B', 'U', undefined),
  ls: oneOf('C2', 'C2', 'V2', 'V2', 'V3', 'V4'),
  rec: oneOf('X1', 'X1', 'X1', 'E4A', 'E17', 'E43', 'NULL', undefined),
  reasonPlaceChange: oneOf('CARPL', 'PLACE', 'CREQB', 'ALLEG', 'CUSTOD', 'N/A', undefined),
  area: oneOf('in', 'out', 'unknown'),
  distanceMiles: oneOf(3.2, 20, 20.1, 88, undefined),
});

const chargeArbitrary = fc.record({
  ofEpisode: fc.integer({ min: -1, max: 4 }),
  element: oneOf(...COST_ELEMENTS),
  funder: oneOf('social_care' as const, ...FUNDERS),
  weeklyRate: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 900_000 })),
  begins: oneOf(0, 0, 0, -3, 2, 9, 30),
  nights: fc.oneof(fc.constant(undefined), fc.constant('placement'), fc.nat(70)),
  provider: oneOf('Alder', 'Beech', undefined),
});

const childArbitrary = fc.record({
  begins: fc.integer({ min: -130, max: 3 }),
  steps: fc.array(stepArbitrary, { maxLength: 6 }),
  open: fc.boolean(),
  charges: fc.array(chargeArbitrary, { maxLength: 4 }),
  born: fc.oneof(fc.constant(undefined), fc.integer({ min: -19 * 365, max: -15 * 365 })),
  unaccompanied: fc.boolean(),
  unaccompaniedUntil: fc.oneof(fc.constant(undefined), fc.integer({ min: -3, max: 3 })),
});

type RandomChild = typeof childArbitrary extends fc.Arbitrary<infer Value> ? Value : never;

function episodesOf(childId: string, random: RandomChild, lastNight: number): Episode[] {
  const episodes: Episode[] = [];
  let decom = lastNight + random.begins;
  for (const [at, { gap, nights, site, backTo, ...coded }] of random.steps.entries()) {
    decom += gap;
    const before = backTo === 0 ? undefined : episodes[at - backTo];
    const { place, placeProvider, urn } = before ?? SITES[site] ?? { ...SITES[0], place: 'U6' };
    const last = at === random.steps.length - 1;
    const dec = last && random.open ? undefined : decom + nights;
    const setting = { place, placeProvider, urn };
    episodes.push({ childId, decom, dec, cin: 'N1', ...coded, ...setting });
    decom += nights;
  }
  return episodes;
}

function elementsOf(
  childId: string,
  random: RandomChild,
  episodes: readonly Episode[],
  lastNight: number,
): CostElement[] {
  return random.charges.map(({ ofEpisode, begins, nights, weeklyRate, ...coded }) => {
    const episode = episodes[ofEpisode];
    const placementStart = episode?.decom ?? lastNight - 20;
    const from = placementStart + begins;
    const end = nights === 'placement' ? episode?.dec : nights && from + Number(nights);
    const to = nights === 0 ? from : end === undefined ? undefined : Math.max(from, end);
    const rest = { contract: undefined, costCentre: 'A1', subjective: 'B2' };
    return {
      childId,
      placementStart,
      from,
      to,
      weeklyRate: penceOf(weeklyRate),
      ...coded,
      ...rest,
    };
  });
}

function childOf(childId: string, random: RandomChild, lastNight: number): Child {
  const { born, unaccompanied, unaccompaniedUntil: until } = random;
  return {
    childId,
    dateOfBirth: born === undefined ? undefined : dateOfDayNumber(lastNight + born),
    sex: undefined,
    ethnicity: undefined,
    unaccompanied,
    unaccompaniedUntil: until === undefined ? undefined : lastNight + until,
  };
}

const budgetArbitrary: fc.Arbitrary<Budget> = fc
  .record({
    startYear: fc.integer({ min: 2019, max: 2021 }),
    monthly: fc.array(fc.integer({ min: -500, max: 9_000_001 }).map(penceOf), {
      minLength: 12,
      maxLength: 12,
    }),
  })
  .map(({ startYear, monthly }) => ({
    startYear,
    monthly,
    annual: penceOf(monthly.reduce((sum, amount) => sum + amount, 0)),
    costCentre: 'A1',
    subjective: 'B2',
    description: undefined,
  }));

const FIRST_WEEK = dayNumberOf(isoDate('2020-03-29'));

/** Councils of nought to sixteen children: temporary placements, short breaks, gaps, costs outside placements, contributions, nights of nothing, weeks across 1 April. */
export const randomCouncil: fc.Arbitrary<RandomCouncil> = fc
  .record({
    children: fc.oneof(
      { weight: 6, arbitrary: fc.array(childArbitrary, { maxLength: 9, size: 'max' }) },
      { weight: 1, arbitrary: fc.array(childArbitrary, { minLength: 12, maxLength: 16 }) },
    ),
    budgets: fc.array(budgetArbitrary, { maxLength: 3 }),
    gone: fc.array(fc.integer({ min: -400, max: 40 }), { maxLength: 8 }),
    lastNight: fc.oneof(
      fc.integer({ min: FIRST_WEEK, max: FIRST_WEEK + 14 }),
      fc.integer({ min: FIRST_WEEK, max: FIRST_WEEK + 380 }),
    ),
  })
  .map(({ children: randoms, budgets, gone: ended, lastNight }) => {
    const children: Child[] = [];
    const episodes: Episode[] = [];
    const elements: CostElement[] = [];
    for (const [at, random] of randoms.entries()) {
      const childId = `C${String((at * 7) % 100).padStart(2, '0')}`;
      const own = episodesOf(childId, random, lastNight);
      children.push(childOf(childId, random, lastNight));
      episodes.push(...own.toReversed());
      elements.push(...elementsOf(childId, random, own, lastNight));
    }
    const gone = ended.map((after, at) => ({ childId: `G${at}`, from: lastNight + after }));
    const facts = { children, episodes, elements, budgets, gone };
    return { facts, weekEnding: dateOfDayNumber(lastNight) };
  });
