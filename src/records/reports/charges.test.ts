import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomCouncil } from '../../../tests/recount/random-council.ts';
import { CHARGE_KEYS, chargeSubtotals, weekCharges } from './charges.ts';
import { factsByChild } from './weekly-report/facts.ts';
import { spendFigures } from './weekly-report/spend-figures.ts';
import { weekEndingOn } from './weekly-report/week.ts';

test('the charges of a week come to the spend of its report, group by group', () => {
  fc.assert(
    fc.property(randomCouncil, ({ facts, weekEnding }) => {
      const week = weekEndingOn(weekEnding);
      const byChild = factsByChild(facts);
      const spend = spendFigures(byChild, facts.budgets, week);
      const charges = weekCharges(byChild, week, (childId) => childId);
      expect(chargeSubtotals(charges, 'group').total.cost).toBe(spend.weekPence);
      for (const { group, weekPence, childrenCharged } of spend.byGroup) {
        const ofGroup = charges.filter(({ groupCode }) => groupCode === group);
        const { total } = chargeSubtotals(ofGroup, 'group');
        expect(total.cost).toBe(weekPence);
        const paidFor = ofGroup.filter(({ weeklyRate }) => weeklyRate > 0);
        expect(new Set(paidFor.map(({ childId }) => childId)).size).toBe(childrenCharged);
      }
      for (const key of CHARGE_KEYS) {
        const { lines, total } = chargeSubtotals(charges, key);
        expect(lines.reduce((sum, { nights }) => sum + nights, 0)).toBe(total.nights);
      }
    }),
    { numRuns: 200 },
  );
});
