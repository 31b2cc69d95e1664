import { birthday } from './calendar.ts';
import { type ChildYear, randomFor } from './child-year.ts';
import type { Random } from './random.ts';

const AGES = [17, 18, 19, 20, 21];
/** Care after fourteen that makes a young person a relevant one: thirteen weeks (Children (Leaving Care) Act 2000). */
const THIRTEEN_WEEKS = 91;

const ACTIVITIES = [
  ['F1', 8],
  ['F2', 22],
  ['F4', 3],
  ['F5', 15],
  ['P1', 1],
  ['P2', 4],
  ['P4', 1],
  ['P5', 6],
  ['G4', 12],
  ['G5', 23],
  ['G6', 5],
] as const;
const HOMES = [
  ['U1', 34],
  ['D1', 17],
  ['Z1', 14],
  ['B1', 12],
  ['E1', 8],
  ['K1', 5],
  ['T1', 3],
  ['Y1', 2],
  ['X2', 3],
  ['S2', 1],
  ['W2', 1],
  ['V2', 0.5],
  ['C1', 2],
] as const;

function birthdayTold(child: ChildYear): number | undefined {
  const { dateOfBirth } = child.history.life;
  return AGES.find((age) => {
    const day = birthday(dateOfBirth, age);
    return child.year.firstDay <= day && day <= child.year.lastDay;
  });
}

/** Whether the young person has a birthday from 17 to 21 in the return and was in care long enough, and at sixteen, but is no longer. */
export function isLeaver(child: ChildYear): boolean {
  const { life } = child.history;
  const last = life.periods.at(-1);
  if (last === undefined || child.year.lastDay < last.end) return false;
  if (life.dateOfBirth + 15 * 365 > child.year.lastDay || birthdayTold(child) === undefined)
    return false;
  const fourteenth = birthday(life.dateOfBirth, 14);
  const sixteenth = birthday(life.dateOfBirth, 16);
  const nights = life.periods.reduce(
    (sum, { start, end }) => sum + Math.max(0, end - Math.max(start, fourteenth)),
    0,
  );
  const shortBreaks = last.course.startsWith('shortBreak') || last.course === 'adoption';
  return !shortBreaks && last.end > sixteenth && nights >= THIRTEEN_WEEKS;
}

function circumstances(random: Random): string {
  const touch = random.weighted<string>([
    ['YES', 93],
    ['NO', 4],
    ['REFU', 1.5],
    ['RHOM', 0.8],
    ['NREQ', 0.7],
  ]);
  if (touch !== 'YES') return `${touch},0,R2`;
  return `${touch},${random.weighted<string>(ACTIVITIES)},${random.weighted<string>(HOMES)}`;
}

/** CHILD, DOB, IN_TOUCH, ACTIV, ACCOM: how the care leaver was doing round the birthday. */
export function leaverRows(child: ChildYear): string[] {
  if (!isLeaver(child)) return [];
  const told = circumstances(randomFor(child, 'leaver'));
  return [`${child.history.childId},${child.dateOfBirth},${told}`];
}
