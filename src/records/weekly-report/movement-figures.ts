import type { ChildFacts } from './facts.ts';
import { isEnd, isStart, isUnplanned, movesOf } from './movements.ts';
import type { MovementFigures } from './report.ts';
import type { Week } from './week.ts';

/** Counts what happened in the week: episodes, so a child who starts twice counts twice. A move without a reason is not counted as unplanned. */
export function movementFigures(facts: readonly ChildFacts[], week: Week): MovementFigures<number> {
  const counts = { starts: 0, ends: 0, placementMoves: 0, unplannedMoves: 0 };
  for (const ofChild of facts) {
    for (const { episode } of ofChild.care.spans) {
      if (isStart(episode, week)) counts.starts += 1;
      if (isEnd(episode, week)) counts.ends += 1;
    }
    for (const move of movesOf(ofChild, week)) {
      counts.placementMoves += 1;
      if (isUnplanned(move)) counts.unplannedMoves += 1;
    }
  }
  return counts;
}
