import type { ChildFacts } from './facts.ts';
import {
  isEnd,
  isStart,
  isUnplanned,
  lookedAfterOn,
  movesOf,
  unreadChangesOf,
} from './movements.ts';
import type { MovementFigures } from './report.ts';
import type { Week } from './week.ts';

/** Counts what happened in the week: episodes, so a child who starts twice counts twice. A move without a reason is not counted as unplanned. */
export function movementFigures(facts: readonly ChildFacts[], week: Week): MovementFigures<number> {
  const counts = {
    ...{ atStart: 0, starts: 0, ends: 0, joinedWithoutStart: 0, leftWithoutEnd: 0 },
    ...{ placementMoves: 0, unplannedMoves: 0 },
  };
  for (const ofChild of facts) {
    if (lookedAfterOn(ofChild.care, week.nights.from - 1) !== undefined) counts.atStart += 1;
    for (const { episode } of ofChild.care.spans) {
      if (isStart(episode, week)) counts.starts += 1;
      if (isEnd(episode, week)) counts.ends += 1;
    }
    for (const { kind } of unreadChangesOf(ofChild, week)) {
      if (kind === 'joined') counts.joinedWithoutStart += 1;
      else counts.leftWithoutEnd += 1;
    }
    for (const move of movesOf(ofChild, week)) {
      counts.placementMoves += 1;
      if (isUnplanned(move)) counts.unplannedMoves += 1;
    }
  }
  return counts;
}
