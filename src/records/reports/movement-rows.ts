import { type DayNumber, dateOfDayNumber, type PlainDate } from '../../core/plain-date.ts';
import { spanOn } from '../care-cost/attribution.ts';
import { REASONS_EPISODE_CEASED, REASONS_FOR_NEW_EPISODE } from '../codes/episode-codes.ts';
import { REASONS_FOR_PLACEMENT_CHANGE } from '../codes/placement-codes.ts';
import { PLACEMENT_GROUP_NAMES, placementGroup } from '../codes/placement-group.ts';
import type { Episode } from '../model.ts';
import type { MovementKind } from '../paths.ts';
import { codeInWords } from './value-in-words.ts';
import type { ChildFacts } from './weekly-report/facts.ts';
import {
  isEnd,
  isStart,
  isUnplanned,
  movesOf,
  unreadChangesOf,
} from './weekly-report/movements.ts';
import type { Week } from './weekly-report/week.ts';

/** The kinds in words, in their order. */
export const MOVEMENT_KIND_NAMES: Readonly<Record<MovementKind, string>> = {
  starts: 'Started',
  ends: 'Ceased',
  moves: 'Move',
  unplanned: 'Unplanned move',
  joined: 'Joined without a readable start',
  left: 'Left without a readable end',
};

/** One row of the week's movements. */
export type MovementRow = {
  readonly childId: string;
  readonly package: string;
  readonly date: PlainDate;
  readonly kind: MovementKind;
  readonly what: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string | null;
};

function placeOf({ place, placeProvider }: Episode): string {
  const group = PLACEMENT_GROUP_NAMES[placementGroup(place, placeProvider)];
  return placeProvider === undefined
    ? `${group} (${place})`
    : `${group} (${place}, ${placeProvider})`;
}

/** The episode that the child was in on the night before, if any. */
function before({ care }: ChildFacts, night: DayNumber): Episode | undefined {
  return spanOn(care, night - 1)?.episode;
}

/** One child's movements of the week, as the report counts them. */
function movementsOf(facts: ChildFacts, week: Week, name: string): MovementRow[] {
  const rows: MovementRow[] = [];
  const add = (
    kind: MovementKind,
    day: DayNumber,
    [from, to]: readonly [Episode | undefined, Episode | undefined],
    reason: string | null,
  ) =>
    rows.push({
      childId: facts.childId,
      package: name,
      date: dateOfDayNumber(day),
      kind,
      what: MOVEMENT_KIND_NAMES[kind],
      from: from === undefined ? null : placeOf(from),
      to: to === undefined ? null : placeOf(to),
      reason,
    });
  for (const { episode } of facts.care.spans) {
    const { decom, dec, rne, rec } = episode;
    if (isStart(episode, week)) {
      add('starts', decom, [undefined, episode], codeInWords(rne, REASONS_FOR_NEW_EPISODE));
    }
    if (isEnd(episode, week) && dec !== undefined) {
      add('ends', dec, [episode, undefined], codeInWords(rec, REASONS_EPISODE_CEASED));
    }
  }
  for (const move of movesOf(facts, week)) {
    const { episode, reason } = move;
    const kind = isUnplanned(move) ? 'unplanned' : 'moves';
    const places = [before(facts, episode.decom), episode] as const;
    add(kind, episode.decom, places, codeInWords(reason, REASONS_FOR_PLACEMENT_CHANGE));
  }
  for (const { kind, day, before: from, after: to } of unreadChangesOf(facts, week)) {
    const reason =
      kind === 'joined'
        ? codeInWords(to?.rne, REASONS_FOR_NEW_EPISODE)
        : codeInWords(from?.rec, REASONS_EPISODE_CEASED);
    add(kind, day, [from, to], reason);
  }
  return rows;
}

/** Every child who started, ceased or moved in the week: a row for each that the report counts. */
export function weekMovements(
  facts: readonly ChildFacts[],
  week: Week,
  pseudonym: (childId: string) => string,
): MovementRow[] {
  return facts.flatMap((ofChild) => {
    const rows = movementsOf(ofChild, week, '');
    if (rows.length === 0) return rows;
    const name = pseudonym(ofChild.childId);
    return rows.map((row) => ({ ...row, package: name }));
  });
}
