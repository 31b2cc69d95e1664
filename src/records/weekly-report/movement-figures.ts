import { isShortBreak } from '../care-cost/attribution.ts';
import type { Episode } from '../model.ts';
import type { ChildFacts } from './facts.ts';
import type { MovementFigures } from './report.ts';
import { inWeek, type Week } from './week.ts';

const MOVES = new Set(['P', 'T', 'B', 'U']);
const PLANNED = new Set(['CARPL', 'PLACE']);

/** A move of the week, and the reason that the episode it ended gives. */
export interface Move {
  readonly childId: string;
  readonly episode: Episode;
  readonly reason: string | undefined;
}

/** The placement moves of the week: episodes that begin in it with reason P, T, B or U, short breaks left out (SSDA903 codes RNE and REASON_PLACE_CHANGE; the reason stands on the episode that ended). */
export function movesOf(facts: ChildFacts, week: Week): Move[] {
  const moves: Move[] = [];
  const { spans } = facts.care;
  for (const [position, { episode }] of spans.entries()) {
    if (!inWeek(week, episode.decom) || !MOVES.has(episode.rne ?? '')) continue;
    if (isShortBreak(episode)) continue;
    const before = spans[position - 1]?.episode;
    const ended = before?.dec === episode.decom ? before : undefined;
    moves.push({ childId: facts.childId, episode, reason: ended?.reasonPlaceChange });
  }
  return moves;
}

/** Counts what happened in the week: episodes, so a child who starts twice counts twice. A move without a reason is not counted as unplanned. */
export function movementFigures(facts: readonly ChildFacts[], week: Week): MovementFigures<number> {
  const counts = { starts: 0, ends: 0, placementMoves: 0, unplannedMoves: 0 };
  for (const ofChild of facts) {
    for (const { episode } of ofChild.care.spans) {
      if (isShortBreak(episode)) continue;
      const { rne, rec, decom, dec } = episode;
      if (rne === 'S' && inWeek(week, decom)) counts.starts += 1;
      if (rec !== undefined && rec !== 'X1' && inWeek(week, dec)) counts.ends += 1;
    }
    for (const { reason } of movesOf(ofChild, week)) {
      counts.placementMoves += 1;
      if (reason !== undefined && !PLANNED.has(reason)) counts.unplannedMoves += 1;
    }
  }
  return counts;
}
