import type { DayNumber } from '../../core/plain-date.ts';
import { type PlacementGroup, placementGroup } from '../codes/placement-group.ts';
import type { Episode } from '../model.ts';
import { inOrder } from './attribution.ts';

/** One stay in one place: episodes joined across changes of legal status and across temporary absences. */
export interface Placement {
  readonly childId: string;
  readonly start: DayNumber;
  /** First night no longer in it; undefined while it lasts. */
  readonly end: DayNumber | undefined;
  /** First night on which its cost should no longer run: its end, or that of the temporary placement or of the other status with the same carer that follows it. */
  readonly costEnd: DayNumber | undefined;
  readonly group: PlacementGroup;
  readonly episodes: readonly Episode[];
}

interface Stay {
  readonly childId: string;
  readonly start: DayNumber;
  end: DayNumber | undefined;
  costEnd: DayNumber | undefined;
  readonly group: PlacementGroup;
  readonly episodes: [Episode, ...Episode[]];
  /** The same carer under another status, for whom its cost runs on. */
  next?: Stay;
}

const NEW_PLACEMENT = new Set(['S', 'P', 'B', 'T', 'U']);

/** RNE of a change of placement with the same carer, alone or with the legal status. */
const SAME_CARER = new Set(['T', 'U']);

function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function samePlace(one: Episode, other: Episode): boolean {
  return (
    one.place === other.place &&
    !differ(one.placeProvider, other.placeProvider) &&
    !differ(one.urn, other.urn)
  );
}

function stayFrom(episode: Episode): Stay {
  const group = placementGroup(episode.place, episode.placeProvider);
  const { childId, decom: start, dec: end } = episode;
  return { childId, start, end, costEnd: end, group, episodes: [episode] };
}

/** Whether only the placement's status changes, the carer staying: a carer approved (U6 to U4), a home registered (H5 to K3). */
function isChangeOfStatus(before: Episode | undefined, episode: Episode): boolean {
  if (before?.dec !== episode.decom || episode.rne === 'S') return false;
  return SAME_CARER.has(episode.rne ?? '') || before.reasonPlaceChange === 'PLACE';
}

function continues(stay: Stay | undefined, episode: Episode): stay is Stay {
  if (stay === undefined || !samePlace(stay.episodes[0], episode)) return false;
  if (stay.end === episode.decom) return !NEW_PLACEMENT.has(episode.rne ?? '');
  return stay.costEnd === episode.decom && episode.rne !== 'S';
}

/**
 * One child's placements from the child's episodes, in any order. A new placement starts with a
 * reason for new episode of S, P, B, T or U, with a change of place, provider or URN (one that is
 * not known is no change), and after a gap. A return to the same place straight from a temporary
 * placement (T0 to T4) continues the placement, whose cost has kept running meanwhile.
 */
export function placementsOf(episodes: readonly Episode[]): Placement[] {
  const stays: Stay[] = [];
  let main: Stay | undefined;
  let temporary: Stay | undefined;
  for (const episode of inOrder(episodes)) {
    const stay = stayFrom(episode);
    const isTemporary = stay.group === 'temporary';
    if (isTemporary && main?.costEnd === episode.decom && episode.rne !== 'S') {
      main.costEnd = episode.dec;
    }
    const current = isTemporary ? temporary : main;
    if (continues(current, episode)) {
      current.episodes.push(episode);
      current.end = episode.dec;
      current.costEnd = episode.dec;
      continue;
    }
    stays.push(stay);
    if (isTemporary) temporary = stay;
    else {
      if (main !== undefined && isChangeOfStatus(main.episodes.at(-1), episode)) main.next = stay;
      main = stay;
    }
  }
  // From the last back, so that a cost runs through several changes.
  for (const stay of stays.toReversed()) {
    if (stay.next !== undefined) stay.costEnd = stay.next.costEnd;
  }
  return stays;
}
