import { describe, expect, test } from 'vitest';
import { setUpSteps } from './set-up-steps.ts';
import type { WhatIsHeld } from './what-is-held.ts';

const WHOLE: WhatIsHeld = {
  name: 'Northmere',
  areaCodes: ['E10000021'],
  hostName: 'northmere.placements.example',
  besideOthers: true,
  returnYears: [2024, 2025, 2026],
  postcodesInArea: true,
  ...{ postcodes: true, providers: true, names: true, costs: true, payments: true, budgets: true },
};

function statesOf(otherwise: Partial<WhatIsHeld>) {
  return setUpSteps({ ...WHOLE, ...otherwise })
    .filter(({ state }) => state !== 'held')
    .map(({ title, state }) => [title.split(' (')[0], state]);
}

describe('what the records stand on', () => {
  test('is whole when all is held, and then nothing is blocked', () => {
    expect(statesOf({})).toEqual([]);
    expect(statesOf({ hostName: null, besideOthers: false })).toEqual([]);
    expect(setUpSteps(WHOLE).filter(({ blocks }) => blocks !== '')).toEqual([]);
  });

  test.each([
    [{ areaCodes: [] }, 'The council’s area', 'missing'],
    [{ postcodesInArea: false }, 'The council’s area', 'in part'],
    [{ hostName: null }, 'Address of the service', 'missing'],
    [{ returnYears: [] }, 'SSDA903 returns', 'missing'],
    [{ returnYears: [2025, 2026] }, 'SSDA903 returns', 'in part'],
    [{ returnYears: [2022, 2024, 2025, 2026] }, 'SSDA903 returns', 'in part'],
    [{ postcodes: false }, 'Postcodes', 'missing'],
    [{ providers: false }, 'Providers', 'missing'],
    [{ names: false }, 'Names of children', 'missing'],
    [{ costs: false }, 'Placement costs', 'missing'],
    [{ payments: false }, 'Payments', 'missing'],
    [{ budgets: false }, 'Budgets', 'missing'],
  ])('%j alone is told', (otherwise, title, state) => {
    expect(statesOf(otherwise)).toEqual([[title, state]]);
  });

  test('says which returns are missing between others, and what each thing missing blocks', () => {
    const [, returns] = setUpSteps({ ...WHOLE, returnYears: [2021, 2024, 2026] });
    expect(returns?.blocks).toContain('2022, 2023 and 2025');
    const nothing = setUpSteps({
      ...{ name: 'New', areaCodes: [], hostName: null, besideOthers: true, returnYears: [] },
      ...{ postcodes: false, postcodesInArea: false, providers: false, names: false },
      ...{ costs: false, payments: false, budgets: false },
    });
    expect(nothing.every(({ state, blocks }) => state === 'missing' && blocks !== '')).toBe(true);
  });
});
