import { figures, yearsOld } from './calendar.ts';
import { type ChildYear, isTold, randomFor } from './child-year.ts';
import { NEIGHBOURS, NORTHMERE } from './geography.ts';
import type { CarePeriod } from './history.ts';
import { isShortBreak } from './lives.ts';
import { Random } from './random.ts';

/** Days from the day on which the child should be placed, and from the match, to the day the child moves in. */
function adoptionDays(child: ChildYear, period: CarePeriod) {
  const placed = child.history.placements.find(
    ({ setting, start }) =>
      setting.kind === 'adoption' && start >= period.start && start < period.end,
  );
  if (placed === undefined) return undefined;
  const random = new Random(child.seed, 'adoption', child.history.life.number);
  const match = placed.start - random.whole(14, 60);
  return { match, intended: match - random.whole(30, 90), random, foster: placed.setting.place };
}

function adoptions(child: ChildYear): CarePeriod[] {
  return child.history.life.periods.filter(({ course }) => course === 'adoption');
}

/** CHILD, DOB, DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR: children adopted in the return. */
export function adoptedRows(child: ChildYear): string[] {
  return adoptions(child).flatMap((period) => {
    const days = isTold(child, period.end) ? adoptionDays(child, period) : undefined;
    if (days === undefined) return [];
    const carers = days.foster === 'A3' || days.foster === 'A5' ? 1 : 0;
    const adopters = days.random.weighted<string>([
      ['2,MF,L11', 62],
      ['2,MF,L3', 9],
      ['2,MM,L12', 8],
      ['2,FF,L12', 7],
      ['2,MM,L2', 2],
      ['1,F1,L0', 10],
      ['1,M1,L0', 2],
    ]);
    return [
      `${child.history.childId},${child.dateOfBirth},${figures(days.intended)},${figures(days.match)},${carers},${adopters}`,
    ];
  });
}

/** CHILD, DOB, DATE_PLACED, DATE_PLACED_CEASED, REASON_PLACED_CEASED: decisions in the return that the child should be placed for adoption. */
export function placedRows(child: ChildYear): string[] {
  return adoptions(child).flatMap((period) => {
    const days = adoptionDays(child, period);
    if (days === undefined || !isTold(child, days.intended)) return [];
    return [`${child.history.childId},${child.dateOfBirth},${figures(days.intended)},,`];
  });
}

/** CHILD, DOB, PREV_PERM, LA_PERM, DATE_PERM: children who started in the return, and what permanence they had before. */
export function previousPermanenceRows(child: ChildYear): string[] {
  const { life, childId } = child.history;
  const started = life.periods.some(
    ({ start, course }) => isTold(child, start) && !isShortBreak(course),
  );
  if (!started) return [];
  const random = randomFor(child, 'permanence');
  const age = yearsOld(life.dateOfBirth, child.until);
  const before = age > 3 && !life.unaccompanied && random.chance(0.06);
  if (!before) return [`${childId},${child.dateOfBirth},Z1,,`];
  const kind = random.weighted<string>([
    ['P2', 58],
    ['P1', 24],
    ['P3', 18],
  ]);
  const place = random.chance(0.8) ? NORTHMERE : random.pick(NEIGHBOURS);
  const day = life.dateOfBirth + Math.round(age * 365 * random.between(0.2, 0.6));
  const authority = place.county ?? place.districts[0] ?? '';
  return [`${childId},${child.dateOfBirth},${kind},${authority},${figures(day)}`];
}

/** CHILD, DOB, DOLO_START, DOLO_END: orders that deprive of liberty, of a few children in homes (from the 2027 return). */
export function libertyRows(child: ChildYear): string[] {
  const { life, placements, childId } = child.history;
  if (life.temperament !== 'complex') return [];
  const random = new Random(child.seed, 'liberty', life.number);
  return placements.flatMap(({ start, end, setting }) => {
    const ordered = setting.kind === 'agencyResidential' && random.chance(0.09);
    const from = start + random.whole(0, 20);
    const to = Math.min(end, from + random.whole(28, 120));
    if (!ordered || from >= end || from > child.until || to <= child.since) return [];
    return [
      `${childId},${child.dateOfBirth},${figures(from)},${to <= child.until ? figures(to) : ''}`,
    ];
  });
}
