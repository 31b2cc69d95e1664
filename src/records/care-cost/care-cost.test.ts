import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomCouncil } from '../../../tests/recount/random-council.ts';
import { penceOf } from '../../core/money.ts';
import type { CostElement } from '../model.ts';
import { careHistories } from './attribution.ts';
import { type CostKey, careCost, careCostByGroup } from './care-cost.ts';
import { episode } from './examples.ts';

const BASE: CostElement = {
  childId: 'A',
  placementStart: 0,
  element: 'core',
  weeklyRate: penceOf(70_000),
  from: 0,
  to: undefined,
  funder: 'social_care',
  provider: 'Alder',
  contract: 'spot',
  costCentre: 'A1',
  subjective: 'B2',
};

describe('careCost', () => {
  it('splits nights × weekly rate ÷ 7 by any key, gross and net', () => {
    const health = { ...BASE, element: 'health' as const, funder: 'health' as const, from: 5 };
    const elements = [BASE, { ...health, weeklyRate: penceOf(100), provider: undefined }];
    const week = { from: 0, to: 7 };
    expect(careCost(elements, week, 'element')).toEqual([
      { key: 'core', nights: 7, grossPence: 70_000, netPence: 70_000 },
      { key: 'health', nights: 2, grossPence: 29, netPence: 0 },
    ]);
    expect(careCost(elements, week, 'contract')).toEqual([
      { key: 'spot', nights: 9, grossPence: 70_029, netPence: 70_000 },
    ]);
    expect(careCost(elements, week, 'provider').map(({ key }) => key)).toEqual([
      'Alder',
      undefined,
    ]);
    expect(careCost(elements, { from: -9, to: 0 }, 'funder')).toEqual([]);
  });

  it('costs the same by whatever key, to within a penny a line', () => {
    const keys: CostKey[] = [
      'element',
      'funder',
      'costCentre',
      'subjective',
      'provider',
      'contract',
    ];
    const sum = (lines: readonly { grossPence: number }[]) =>
      lines.reduce((total, { grossPence }) => total + grossPence, 0);
    fc.assert(
      fc.property(randomCouncil, ({ facts: { elements, episodes } }) => {
        const period = { from: 18_300, to: 18_665 };
        const whole = careCost(elements, period, 'costCentre')[0]?.grossPence ?? 0;
        const byGroup = careCostByGroup(elements, period, careHistories(episodes));
        for (const lines of [...keys.map((key) => careCost(elements, period, key)), byGroup]) {
          expect(Math.abs(sum(lines) - whole)).toBeLessThanOrEqual(lines.length / 2);
        }
      }),
    );
  });
});

describe('careCostByGroup', () => {
  it('leaves the cost of a temporary night with the main placement before it', () => {
    const histories = careHistories([
      episode({ decom: 0, dec: 3, rne: 'S', place: 'K2' }),
      episode({ decom: 3, dec: 5, rne: 'P', place: 'T1' }),
      episode({ decom: 5, dec: 8, rne: 'P', place: 'U1' }),
      episode({ decom: 8, dec: 9, rne: 'S', place: 'T4' }),
      episode({ decom: 9, dec: 11, rne: 'S', place: 'K2', ls: 'V4' }),
    ]);
    const lines = careCostByGroup([BASE], { from: -1, to: 13 }, histories);
    expect(lines.map(({ key, nights }) => [key, nights])).toEqual([
      ['residential', 5],
      ['fosteringKinship', 3],
      ['temporary', 1],
      ['shortBreak', 2],
      ['noPlacement', 2],
    ]);
  });

  it('knows a child without any episode', () => {
    expect(careCostByGroup([BASE], { from: 0, to: 1 }, new Map())).toEqual([
      { key: 'noPlacement', nights: 1, grossPence: 10_000, netPence: 10_000 },
    ]);
  });
});
