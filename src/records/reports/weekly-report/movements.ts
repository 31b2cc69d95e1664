import type { DayNumber } from '../../../core/plain-date.ts';
import { type CareHistory, isShortBreak, spanOn } from '../../care-cost/attribution.ts';
import { codeName } from '../../codes/code-status.ts';
import type { Episode } from '../../model.ts';
import type { ChildFacts } from './facts.ts';
import { inWeek, type NightsOfWeek } from './week.ts';

const MOVES = new Set(['P', 'T', 'B', 'U']);

const PLANNED = new Set(['CARPL', 'PLACE']);

/** A move of the week, and the reason that the episode it ended gives. */
export interface Move {
  readonly childId: string;
  readonly episode: Episode;
  readonly reason: string | undefined;
}

/** The placement moves of the week: episodes that begin in it with reason P, T, B or U, short breaks left out (SSDA903 codes RNE and REASON_PLACE_CHANGE; the reason stands on the episode that ended). */
export function movesOf(facts: ChildFacts, week: NightsOfWeek): Move[] {
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

/** Whether the child started to be looked after in the week with this episode (RNE S); short breaks are left out. */
export function isStart(episode: Episode, week: NightsOfWeek): boolean {
  return episode.rne === 'S' && inWeek(week, episode.decom) && !isShortBreak(episode);
}

function endsInWeek(episode: Episode, week: NightsOfWeek): boolean {
  return inWeek(week, episode.dec) && !isShortBreak(episode);
}

/** Whether the child ceased to be looked after in the week with this episode (a REC of the code list other than X1); short breaks are left out. A code of no year says nothing, so it is no end. */
export function isEnd(episode: Episode, week: NightsOfWeek): boolean {
  const { rec } = episode;
  if (rec === undefined || rec === 'X1' || !endsInWeek(episode, week)) return false;
  return codeName('reasonEpisodeCeased', rec) !== undefined;
}

/** Whether the episode ended in the week with a REC that is a code of no year, so that it is not known whether the child ceased to be looked after. */
export function isEndOfUnknownReason(episode: Episode, week: NightsOfWeek): boolean {
  const { rec } = episode;
  if (rec === undefined || !endsInWeek(episode, week)) return false;
  return codeName('reasonEpisodeCeased', rec) === undefined;
}

/** Whether the reason given for a move is a code of no year, which tells nothing of the move. */
export function isReasonUnknown({ reason }: Move): boolean {
  return reason !== undefined && codeName('reasonForPlacementChange', reason) === undefined;
}

/** Whether a reason is given for the move and it is another than the care plan or a change of status; a code of no year is none. */
export function isUnplanned(move: Move): boolean {
  const { reason } = move;
  return reason !== undefined && !PLANNED.has(reason) && !isReasonUnknown(move);
}

/** The episode by which the child is looked after on the night; none in a short break. */
export function lookedAfterOn(care: CareHistory, night: DayNumber): Episode | undefined {
  const span = spanOn(care, night);
  return span === undefined || span.group === 'shortBreak' ? undefined : span.episode;
}

/** A child who came into the count of a night or went out of it, with no start or end that can be read. */
export interface UnreadChange {
  readonly kind: 'joined' | 'left';
  readonly day: DayNumber;
  readonly before: Episode | undefined;
  readonly after: Episode | undefined;
}

/**
 * What parts the nights of the week beside the starts and ends that are counted, day by day: a child
 * who is there on a night and was not the night before has joined, whatever RNE says; one who is
 * there on both nights and whose episode of that day says S had left. So the count at the start,
 * and all who came, less all who went, is the count at the end.
 */
export function unreadChangesOf({ care }: ChildFacts, week: NightsOfWeek): UnreadChange[] {
  const balances = new Map<DayNumber, number>();
  const add = (day: DayNumber, change: number) =>
    balances.set(day, (balances.get(day) ?? 0) + change);
  for (const { episode } of care.spans) {
    const { decom, dec } = episode;
    if (inWeek(week, decom)) add(decom, isStart(episode, week) ? -1 : 0);
    if (dec !== undefined && inWeek(week, dec)) add(dec, isEnd(episode, week) ? 1 : 0);
  }
  return [...balances].flatMap(([day, counted]) => {
    const before = lookedAfterOn(care, day - 1);
    const after = lookedAfterOn(care, day);
    const unread = Number(after !== undefined) - Number(before !== undefined) + counted;
    const kind = unread > 0 ? 'joined' : 'left';
    return Array.from({ length: Math.abs(unread) }, () => ({ kind, day, before, after }) as const);
  });
}
