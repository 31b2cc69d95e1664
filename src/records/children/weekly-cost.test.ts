import fc from 'fast-check';
import { expect, test } from 'vitest';
import { penceOf } from '../../core/money.ts';
import type { CostElement } from '../model.ts';
import { weeklyCostSteps } from './weekly-cost.ts';

const LAST = 60;
const element = fc
  .record({
    weeklyRate: fc.integer({ min: 0, max: 3 }).map(penceOf),
    from: fc.integer({ min: 0, max: 70 }),
    nights: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
    funder: fc.constantFrom('social_care' as const, 'health' as const),
  })
  .map(
    ({ weeklyRate, from, nights, funder }): CostElement => ({
      childId: 'A',
      placementStart: 0,
      element: 'core',
      weeklyRate,
      from,
      to: nights === undefined ? undefined : from + nights,
      funder,
      provider: undefined,
      contract: undefined,
      costCentre: undefined,
      subjective: undefined,
    }),
  );

test('the step that holds a night is the sum of the rates in force on it, and each step changes something', () => {
  fc.assert(
    fc.property(fc.array(element, { maxLength: 6 }), (elements) => {
      const steps = weeklyCostSteps(elements, LAST);
      for (let night = 0; night <= LAST; night += 1) {
        const step = steps.findLast(({ from }) => from <= night);
        const running = elements.filter(
          ({ from, to }) => from <= night && (to === undefined || night < to),
        );
        const sum = (some: readonly CostElement[]) =>
          some.reduce((total, { weeklyRate }) => total + weeklyRate, 0);
        expect(step?.grossPence ?? 0).toBe(sum(running));
        expect(step?.netPence ?? 0).toBe(sum(running.filter((e) => e.funder === 'social_care')));
      }
      for (const [at, step] of steps.entries()) {
        const before = steps[at - 1];
        expect([before?.grossPence, before?.netPence]).not.toEqual([
          step.grossPence,
          step.netPence,
        ]);
      }
    }),
  );
});
