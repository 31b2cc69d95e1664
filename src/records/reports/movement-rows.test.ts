import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomCouncil } from '../../../tests/recount/random-council.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import { weekMovements } from './movement-rows.ts';
import { factsByChild } from './weekly-report/facts.ts';
import { movementFigures } from './weekly-report/movement-figures.ts';
import { type Week, weekEndingOn, weekHolding } from './weekly-report/week.ts';

function weekSoFar(today: PlainDate): Week {
  const week = weekHolding(today, today);
  if (week === undefined) throw new Error('the week that holds today has begun');
  return week;
}

test('there is a row for each movement that the report counts', () => {
  fc.assert(
    fc.property(randomCouncil, fc.boolean(), ({ facts, weekEnding }, isOver) => {
      const week = isOver ? weekEndingOn(weekEnding) : weekSoFar(weekEnding);
      const byChild = factsByChild(facts);
      const rows = weekMovements(byChild, week, (childId) => `P-${childId}`);
      const having = (kind: string) => rows.filter((row) => row.kind === kind).length;
      const { atStart: _, ...counted } = movementFigures(byChild, week);
      expect({
        starts: having('starts'),
        ends: having('ends'),
        joinedWithoutStart: having('joined'),
        leftWithoutEnd: having('left'),
        placementMoves: having('moves') + having('unplanned'),
        unplannedMoves: having('unplanned'),
      }).toEqual(counted);
      for (const { childId, package: name, date } of rows) {
        expect(name).toBe(`P-${childId}`);
        expect(date <= weekEnding).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});
