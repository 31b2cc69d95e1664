import { type Nights, nightsWithin } from '../../core/nights.ts';
import type { DayNumber } from '../../core/plain-date.ts';
import { type PlacementGroup, placementGroup } from '../codes/placement-group.ts';
import type { Episode } from '../model.ts';
import { rowsByChild } from './by-child.ts';

/** Where a night's cost belongs: a placement group, or `noPlacement` when the child had no episode that night. */
export type CostGroup = PlacementGroup | 'noPlacement';

/** As CostGroup, or `shortBreak` for the nights of agreed short breaks, which the spend leaves out. */
export type NightGroup = CostGroup | 'shortBreak';

/** A period of nights: `to` is the first night after it. */
export interface Period {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** One episode and where the cost of its nights belongs. */
export interface CareSpan extends Nights {
  readonly group: PlacementGroup | 'shortBreak';
  readonly episode: Episode;
}

/** One child's episodes in order of date; `shortBreaks` are those of them under V3 or V4. */
export interface CareHistory {
  readonly spans: readonly CareSpan[];
  readonly shortBreaks: readonly CareSpan[];
}

export const NO_CARE: CareHistory = { spans: [], shortBreaks: [] };

/** Legal statuses of agreed series of short breaks. */
export const SHORT_BREAKS: readonly string[] = ['V3', 'V4'];

/** Whether the legal status is an agreed series of short breaks, which DfE's counts leave out (SSDA903 codes V3 and V4). */
export function isShortBreak(episode: Episode): boolean {
  return episode.ls !== undefined && SHORT_BREAKS.includes(episode.ls);
}

/** One child's episodes in order of date. */
export function inOrder(episodes: readonly Episode[]): readonly Episode[] {
  if (episodes.length < 2) return episodes;
  return episodes.toSorted((one, other) => one.decom - other.decom);
}

/**
 * One child's history from the child's episodes, in any order. The cost of a temporary placement's
 * nights (T0 to T4) belongs to the latest main placement before it in the same period of care; when
 * there is none, to `temporary`.
 */
export function careHistory(episodes: readonly Episode[]): CareHistory {
  const spans: CareSpan[] = [];
  const shortBreaks: CareSpan[] = [];
  let main: PlacementGroup | undefined;
  for (const episode of inOrder(episodes)) {
    if (episode.rne === 'S') main = undefined;
    const own = placementGroup(episode.place, episode.placeProvider);
    if (!isShortBreak(episode) && own !== 'temporary') main = own;
    const group = isShortBreak(episode) ? 'shortBreak' : (main ?? own);
    const span: CareSpan = { from: episode.decom, to: episode.dec, group, episode };
    spans.push(span);
    if (group === 'shortBreak') shortBreaks.push(span);
  }
  return { spans, shortBreaks };
}

/** The history of each child who has an episode. */
export function careHistories(episodes: readonly Episode[]): Map<string, CareHistory> {
  const histories = new Map<string, CareHistory>();
  for (const [childId, ofChild] of rowsByChild(episodes)) {
    histories.set(childId, careHistory(ofChild));
  }
  return histories;
}

/** The span that holds the night, if the child had an episode then. */
export function spanOn(care: CareHistory, night: DayNumber): CareSpan | undefined {
  const span = care.spans.findLast((each) => each.from <= night);
  return span !== undefined && (span.to === undefined || night < span.to) ? span : undefined;
}

/** Tells, piece by piece and in order, where the nights of a run within a period belong. */
export function attributeNights(
  run: Nights,
  period: Period,
  care: CareHistory,
  tell: (group: NightGroup, nights: number, from: DayNumber) => void,
): void {
  let night = Math.max(run.from, period.from);
  const end = Math.min(run.to ?? period.to, period.to);
  for (const span of care.spans) {
    if (night >= end) return;
    if (span.to !== undefined && span.to <= night) continue;
    const start = Math.min(Math.max(span.from, night), end);
    if (start > night) tell('noPlacement', start - night, night);
    const stop = Math.min(span.to ?? end, end);
    if (stop > start) tell(span.group, stop - start, start);
    night = Math.max(start, stop);
  }
  if (night < end) tell('noPlacement', end - night, night);
}

/** The nights of a run within a period, those of short breaks left out. */
export function nightsOutsideShortBreaks(run: Nights, period: Period, care: CareHistory): number {
  let nights = nightsWithin(run, period);
  if (nights === 0 || care.shortBreaks.length === 0) return nights;
  const within = {
    from: Math.max(run.from, period.from),
    to: Math.min(run.to ?? period.to, period.to),
  };
  for (const span of care.shortBreaks) nights -= nightsWithin(span, within);
  return nights;
}
