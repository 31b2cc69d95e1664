import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDayNumber } from '../../src/core/plain-date.ts';
import { bridgeOf } from '../../src/records/outturn/bridge.ts';
import { LESS_STEPS, RECORDED_STEPS, STEPS } from '../../src/records/outturn/cost-steps.ts';
import {
  type Outturn,
  outturnOf,
  paceExact,
  projectedExact,
  rounded,
  stepsExact,
  type ToldOf,
} from '../../src/records/outturn/outturn.ts';
import { factsByChild } from '../../src/records/reports/weekly-report/facts.ts';
import { weekEndingOn } from '../../src/records/reports/weekly-report/week.ts';
import { Fraction } from './exact-fraction.ts';
import { type RandomOutturn, randomOutturn } from './random-outturn.ts';
import { slowOutturn } from './slow-outturn.ts';

const COUNCILS = 150;
const SEED = 28_112_016;
const SEEDS = [SEED, 51, 7_041_990, 365];
const KINDS: readonly ToldOf[] = [...STEPS, 'disputedToDate', 'arrived', 'left'];

function counted({ facts, lastNight, basis }: RandomOutturn): Outturn {
  return outturnOf(factsByChild(facts), weekEndingOn(dateOfDayNumber(lastNight)), basis);
}

function expectRecounted(council: RandomOutturn): void {
  const outturn = counted(council);
  const slow = slowOutturn(council);
  expect(outturn.window !== undefined).toBe(slow.hasPace);
  for (const kind of KINDS) {
    const over = kind === 'arrived' || kind === 'left' ? 1 : 7;
    const sum = rounded({ sum: outturn.sums.penceNights(kind), over });
    expect([kind, sum]).toEqual([kind, slow.all.of(kind).rounded()]);
    expect([kind, [...outturn.sums.children(kind)].sort()]).toEqual([
      kind,
      [...(slow.all.children.get(kind) ?? [])].sort(),
    ]);
  }
  for (const [part, whole] of [
    [1, 1],
    [3, 4],
    [5, 4],
  ] as const) {
    const scale = new Fraction(BigInt(part), BigInt(whole));
    const pace = rounded(paceExact(outturn, { part, whole }));
    expect(pace).toBe(slow.pace(scale).rounded());
  }
  const asItWas = new Fraction(1n);
  const projected = slow.all.of(...STEPS).plus(slow.pace(asItWas));
  expect(rounded(projectedExact(outturn))).toBe(projected.rounded());
  expectShared(outturn, slow);
}

/** Each line has its steps, and within a penny its share of the pace; all of them have all of it. */
function expectShared(outturn: Outturn, slow: ReturnType<typeof slowOutturn>): void {
  const pace = BigInt(rounded(paceExact(outturn)));
  const toCome = STEPS.filter((kind) => kind !== 'toDate');
  const weightOf = (key: string, kinds: readonly string[]) => {
    const { numerator, denominator } = slow.lines.get(key)?.of(...kinds) ?? new Fraction(0n);
    return (numerator * 7n) / denominator;
  };
  const keys = outturn.lines.map((line) => `${line.costCentre ?? ''} ${line.subjective ?? ''}`);
  const projected = keys.map((key) => weightOf(key, toCome));
  const began = keys.map((key) => weightOf(key, ['arrived']));
  const weights = projected.some((weight) => weight > 0n) ? projected : began;
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  const shares = outturn.lines.map(({ pacePence }) => BigInt(pacePence));
  if (whole > 0n) expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(pace);
  for (const [at, line] of outturn.lines.entries()) {
    const off = (shares[at] ?? 0n) * whole - pace * (weights[at] ?? 0n);
    if (whole > 0n) expect([off > -whole, off < whole]).toEqual([true, true]);
    const steps =
      slow.lines
        .get(keys[at] ?? '')
        ?.of(...STEPS)
        .rounded() ?? Number.NaN;
    expect(bridgeOf(outturn, line).projectedPence).toBe(steps + line.pacePence);
  }
}

describe('an independent slow recount of the projection, night by night', () => {
  it.each(SEEDS)(`agrees to the penny on ${COUNCILS} random councils of seed %i`, (seed) => {
    fc.assert(fc.property(randomOutturn, expectRecounted), { numRuns: COUNCILS, seed });
  });

  it('has in the recorded steps every night of the year that is recorded, and no line below nothing', () => {
    const whole = (council: RandomOutturn) => {
      const outturn = counted(council);
      const week = weekEndingOn(dateOfDayNumber(council.lastNight));
      const all = factsByChild(council.facts).flatMap(({ care, elements }) =>
        elements.map((element) => {
          let nights = 0;
          for (let night = week.year.from; night < week.year.to; night += 1) {
            const held = night >= element.from && (element.to === undefined || night < element.to);
            const short = care.shortBreaks.some(
              ({ from, to }) => night >= from && (to === undefined || night < to),
            );
            if (held && !short) nights += 1;
          }
          return nights * element.weeklyRate;
        }),
      );
      const recorded = all.reduce((sum, each) => sum + each, 0);
      expect(stepsExact(outturn.sums, RECORDED_STEPS).sum).toBe(recorded);
      for (const line of outturn.lines) {
        expect(bridgeOf(outturn, line).projectedPence).toBeGreaterThanOrEqual(-1);
      }
    };
    fc.assert(fc.property(randomOutturn, whole), { numRuns: COUNCILS, seed: SEED });
  });

  it('is tried on councils that hold what is hard', () => {
    const councils = fc.sample(randomOutturn, { numRuns: 200, seed: SEED });
    const outturns = councils.map(counted);
    const some = (test: (outturn: Outturn) => boolean) => outturns.filter(test).length;
    const has = (kind: ToldOf) => some(({ sums }) => sums.penceNights(kind) !== 0);
    for (const kind of ['ended', 'begins', 'price', ...LESS_STEPS] as const) {
      expect([kind, has(kind) > 20]).toEqual([kind, true]);
    }
    expect(has('disputedToDate')).toBeGreaterThan(20);
    const paceOf = (outturn: Outturn) => paceExact(outturn).sum;
    expect(some((outturn) => paceOf(outturn) > 0)).toBeGreaterThan(10);
    expect(some((outturn) => paceOf(outturn) < 0)).toBeGreaterThan(10);
    expect(some(({ window }) => window === undefined)).toBeGreaterThan(20);
    expect(some(({ lines }) => lines.length > 2)).toBeGreaterThan(20);
  });
});
