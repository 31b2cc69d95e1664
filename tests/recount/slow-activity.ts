import { dayNumberOf, type PlainDate } from '../../src/core/plain-date.ts';
import { groupOf, isShort, type SlowNights } from './slow-nights.ts';

/** Reasons for which care ceases, and for which a placement changes, as the DfE's guides of 2016-17 to 2026-27 list them. */
const CEASED =
  'E11 E12 E13 E14 E15 E16 E17 E2 E3 E4A E4B E41 E43 E44 E45 E46 E47 E48 E5 E6 E7 E8 E9'.split(' ');
const UNPLANNED = 'CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ CUSTOD OTHER'.split(' ');

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
    leftOut: slow.facts.gone.reduce((so, { from }) => so + (from > night ? 0 : 1), 0),
  };
}

function countedOn(slow: SlowNights, childId: string, night: number): boolean {
  const episode = slow.episodeOn(childId, night);
  return episode !== undefined && !isShort(episode);
}

/** For every child and day of the week: one for a night won, less one for a night lost, less what the day's starts and ends make of it. */
function slowUnread(slow: SlowNights, last: number, nights: number): number[] {
  const days = [6, 5, 4, 3, 2, 1, 0].slice(-nights).map((back) => last - back);
  return slow.childIds.flatMap((childId) => {
    const own = slow.facts.episodes.filter((each) => each.childId === childId && !isShort(each));
    return days.map((day) => {
      const changed = [countedOn(slow, childId, day - 1), countedOn(slow, childId, day)].join();
      const night = { 'false,true': 1, 'true,false': -1 }[changed] ?? 0;
      const started = own.filter(({ rne, decom }) => rne === 'S' && decom === day).length;
      const ceased = own.filter(({ rec, dec }) => CEASED.includes(rec ?? '') && dec === day).length;
      return night - started + ceased;
    });
  });
}

/** The counts of the week's movement, the moves that give no reason, and moves and ends whose reason is no code. */
export function slowMovement(slow: SlowNights, lastNight: PlainDate, nights: number) {
  const last = dayNumberOf(lastNight);
  const inWeek = (day: number | undefined) =>
    [0, 1, 2, 3, 4, 5, 6].slice(0, nights).some((back) => day === last - back);
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
  const unread = slowUnread(slow, last, nights);
  const movement = {
    atStart: slow.childIds.filter((childId) => countedOn(slow, childId, last - nights)).length,
    joinedWithoutStart: unread.filter((change) => change > 0).reduce((so, one) => so + one, 0),
    leftWithoutEnd: unread.filter((change) => change < 0).reduce((so, one) => so - one, 0),
    starts: episodes.filter(({ rne, decom }) => rne === 'S' && inWeek(decom)).length,
    ends: episodes.filter(({ rec, dec }) => CEASED.includes(rec ?? '') && inWeek(dec)).length,
    placementMoves: moves.length,
    unplannedMoves: reasons.filter((reason) => UNPLANNED.includes(reason ?? '')).length,
  };
  const known = [...UNPLANNED, 'CARPL', 'PLACE'];
  return {
    movement,
    withoutReason: moves.filter((_, at) => reasons[at] === undefined),
    reasonUnknown: moves.filter((_, at) => !known.includes(reasons[at] ?? 'PLACE')),
    endUnknown: episodes.filter(
      ({ rec, dec }) => inWeek(dec) && ![...CEASED, 'X1'].includes(rec ?? 'X1'),
    ),
  };
}
