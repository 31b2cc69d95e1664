import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomCouncil } from '../../../tests/recount/random-council.ts';
import { weekMovements } from './movement-rows.ts';
import { factsByChild } from './weekly-report/facts.ts';
import { movementFigures } from './weekly-report/movement-figures.ts';
import { weekEndingOn } from './weekly-report/week.ts';

test('there is a row for each movement that the report counts', () => {
  fc.assert(
    fc.property(randomCouncil, ({ facts, weekEnding }) => {
      const week = weekEndingOn(weekEnding);
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
