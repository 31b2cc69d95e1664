import type { DayNumber } from '../../core/plain-date.ts';
import type { Period } from '../care-cost/attribution.ts';
import { REASONS_EPISODE_CEASED } from '../codes/episode-codes.ts';
import { REASONS_FOR_PLACEMENT_CHANGE } from '../codes/placement-codes.ts';
import { codeInWords } from '../reports/value-in-words.ts';
import type { ChildFacts } from '../reports/weekly-report/facts.ts';
import { isEnd, isUnplanned, movesOf } from '../reports/weekly-report/movements.ts';

/** A placement that ended because the child moved or ceased to be looked after. */
export interface EndedPlacement {
  /** The first night no longer in it. */
  readonly day: DayNumber;
  readonly unplanned: boolean;
  readonly reason: string | null;
}

/** REC: returned home to live with parents, not as planned. */
const UNPLANNED_RETURN = 'E4B';

/** One child's placements that ended in the period: moves as the report counts them, and ends of care. */
export function endedPlacements(facts: ChildFacts, nights: Period): EndedPlacement[] {
  const within = { nights };
  const moves = movesOf(facts, within).map((move) => ({
    day: move.episode.decom,
    unplanned: isUnplanned(move),
    reason: codeInWords(move.reason, REASONS_FOR_PLACEMENT_CHANGE),
  }));
  const ends = facts.care.spans.flatMap(({ episode }) => {
    const { dec, rec } = episode;
    if (dec === undefined || !isEnd(episode, within)) return [];
    const reason = codeInWords(rec, REASONS_EPISODE_CEASED);
    return [{ day: dec, unplanned: rec === UNPLANNED_RETURN, reason }];
  });
  return [...moves, ...ends];
}
