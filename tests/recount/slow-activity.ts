import { dayNumberOf, type PlainDate } from '../../src/core/plain-date.ts';
import { groupOf, isShort, type SlowNights } from './slow-nights.ts';

/** Whether the sixteenth birthday had come by the day. */
function sixteenBy(born: PlainDate | undefined, day: PlainDate): boolean {
  return born !== undefined && `${Number(born.slice(0, 4)) + 16}${born.slice(4)}` <= day;
}

/** The counts of children on the last night. */
export function slowChildren(slow: SlowNights, weekEnding: PlainDate) {
  const night = dayNumberOf(weekEnding);
  const present = slow.childIds.flatMap((childId) => {
    const episode = slow.episodeOn(childId, night);
    const child = slow.facts.children.find((each) => each.childId === childId);
    return episode === undefined ? [] : [{ episode, child }];
  });
  const looked = present.filter(({ episode }) => !isShort(episode));
  const count = (test: (each: (typeof looked)[number]) => boolean) => looked.filter(test).length;
  const groups = [
    ...['fosteringKinship', 'fosteringInHouse', 'fosteringAgency', 'residential', 'secure'],
    ...['supported', 'residentialSchool', 'withParents', 'placedForAdoption', 'custody'],
    ...['temporary', 'other'],
  ];
  return {
    total: looked.length,
    byGroup: Object.fromEntries(
      groups.map((group) => [group, count(({ episode }) => groupOf(episode) === group)]),
    ),
    inArea: count(({ episode }) => episode.area === 'in'),
    outOfArea: count(({ episode }) => episode.area === 'out'),
    areaUnknown: count(({ episode }) => episode.area === 'unknown'),
    over20MilesAndOut: count(
      ({ episode: { area, distanceMiles: miles } }) =>
        area === 'out' && miles !== undefined && miles > 20,
    ),
    aged16plus: count(({ child }) => sixteenBy(child?.dateOfBirth, weekEnding)),
    uasc: count(
      ({ child }) =>
        child?.unaccompanied === true &&
        (child.unaccompaniedUntil === undefined || child.unaccompaniedUntil > night),
    ),
    shortBreaks: present.length - looked.length,
  };
}

/** The counts of the week's movement, and the moves that give no reason. */
export function slowMovement(slow: SlowNights, weekEnding: PlainDate) {
  const last = dayNumberOf(weekEnding);
  const inWeek = (day: number | undefined) =>
    [0, 1, 2, 3, 4, 5, 6].some((back) => day === last - back);
  const episodes = slow.facts.episodes.filter((episode) => !isShort(episode));
  const moves = episodes.filter(
    ({ rne, decom }) => inWeek(decom) && ['P', 'T', 'B', 'U'].includes(rne ?? 'none'),
  );
  const reasons = moves.map(({ childId, decom }) => {
    const ended = slow.facts.episodes.find(
      (each) => each.childId === childId && each.dec === decom,
    );
    return ended?.reasonPlaceChange;
  });
  const movement = {
    starts: episodes.filter(({ rne, decom }) => rne === 'S' && inWeek(decom)).length,
    ends: episodes.filter(({ rec, dec }) => !['X1', undefined].includes(rec) && inWeek(dec)).length,
    placementMoves: moves.length,
    unplannedMoves: reasons.filter((reason) => !['CARPL', 'PLACE', undefined].includes(reason))
      .length,
  };
  return { movement, withoutReason: moves.filter((_, at) => reasons[at] === undefined) };
}
