import { describe, expect, it } from 'vitest';
import { penceOf } from '../../core/money.ts';
import { dayNumberOf, isoDate } from '../../core/plain-date.ts';
import type { CostElement, Episode } from '../model.ts';
import { careHistory } from './attribution.ts';
import { episode } from './examples.ts';
import { careCostFindings } from './findings.ts';

const day = (text: string) => dayNumberOf(isoDate(text));
const period = { from: day('2020-04-01'), to: day('2021-04-01') };
const start = day('2020-05-01');

function element(said: Partial<CostElement> = {}): CostElement {
  return {
    childId: 'A',
    placementStart: start,
    element: 'core',
    weeklyRate: penceOf(70_000),
    from: start,
    to: undefined,
    funder: 'social_care',
    provider: undefined,
    contract: undefined,
    costCentre: undefined,
    subjective: undefined,
    ...said,
  };
}

function found(episodes: readonly Episode[], elements: readonly CostElement[]) {
  return careCostFindings('A', careHistory(episodes), elements, period);
}

describe('what cost and episodes do not say of each other', () => {
  const open = episode({ decom: start, dec: undefined, rne: 'S', place: 'K2' });

  it('finds nothing when they agree', () => {
    expect(found([open], [element()])).toEqual([]);
  });

  it('finds a child looked after without a cost', () => {
    expect(found([open], [element({ to: period.to - 1 })])).toEqual([
      {
        severity: 'warning',
        rule: 'looked-after-without-cost',
        childId: 'A',
        message:
          'Looked after in K2 since 1 May 2020, but no cost is recorded for the night of 31 March 2021.',
      },
    ]);
  });

  it.each([
    ['with parents', { place: 'P1' }],
    ['in a short break', { ls: 'V3' }],
    ['no longer looked after', { dec: period.to - 1 }],
  ])('asks for no cost %s', (_, change) => {
    expect(found([{ ...open, ...change }], [])).toEqual([]);
  });

  it('finds a cost of a placement that is not recorded', () => {
    const [finding, ...more] = found([open], [element({ placementStart: start + 1 })]);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error', rule: 'cost-without-placement' });
    expect(finding?.message).toBe(
      'core at £700.00 a week is charged to a placement that started on 2 May 2020, but the child has no episode that started then.',
    );
  });

  it('finds a cost that runs on, with its nights and pence so far', () => {
    const closed = { ...open, dec: day('2021-03-29'), rec: 'E4A' };
    const [finding, ...more] = found([closed], [element()]);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error', rule: 'cost-after-placement-ended' });
    expect(finding?.message).toBe(
      'core at £700.00 a week runs on after the placement ended on 29 March 2021: 3 nights, £300.00 so far.',
    );
  });

  it('lets a cost run through a temporary placement', () => {
    const away = day('2021-03-25');
    const episodes = [
      { ...open, dec: away },
      episode({ decom: away, dec: undefined, rne: 'P', place: 'T1' }),
    ];
    expect(found(episodes, [element()])).toEqual([]);
  });

  it('finds a cost before the placement it names', () => {
    const [finding, ...more] = found([open], [element({ from: start - 1 })]);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error', rule: 'cost-outside-care' });
    expect(finding?.message).toContain('1 night, £100.00 so far');
  });

  it('leaves alone what was wrong before the period only', () => {
    const before = { from: period.from - 20, to: period.from };
    expect(found([open], [element(), element({ ...before, placementStart: 7 })])).toEqual([]);
  });
});
