import { yearsOld } from './calendar.ts';
import { type ChildYear, randomFor } from './child-year.ts';
import { isShortBreak } from './lives.ts';
import type { Random } from './random.ts';

function strengthsAndDifficulties(random: Random, child: ChildYear, age: number): string {
  if (age < 4 || age >= 17) return ',';
  if (random.chance(0.19))
    return `,${random.weighted<string>([
      ['SDQ4', 60],
      ['SDQ2', 22],
      ['SDQ5', 12],
      ['SDQ3', 6],
    ])}`;
  const mean = { settled: 11, unsettled: 16, complex: 21 }[child.history.life.temperament];
  return `${Math.max(0, Math.min(40, Math.round(mean + 6 * random.normal())))},`;
}

function substanceMisuse(random: Random, child: ChildYear, age: number): string {
  const share = child.history.life.temperament === 'settled' ? 0.012 : 0.09;
  if (age < 11 || !random.chance(share)) return '0,,';
  return random.chance(0.55) ? '1,1,' : `1,0,${random.chance(0.7) ? 1 : 0}`;
}

/**
 * CHILD, DOB, SDQ_SCORE, SDQ_REASON, CONVICTED, HEALTH_CHECK, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT,
 * SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED: those looked after for the whole year to 31 March.
 */
export function outcomeRows(child: ChildYear): string[] {
  const { year, history } = child;
  const held = history.life.periods.some(
    ({ start, end, course }) =>
      start < year.firstDay && end > year.lastDay && !isShortBreak(course),
  );
  if (!held || !year.complete) return [];
  const random = randomFor(child, 'outcomes');
  const age = yearsOld(history.life.dateOfBirth, year.lastDay);
  const yes = (share: number) => (random.chance(share) ? 1 : 0);
  const difficulties = strengthsAndDifficulties(random, child, age);
  const convicted = age < 10 ? 0 : yes(history.life.temperament === 'settled' ? 0.01 : 0.06);
  const health = `${age < 5 ? yes(0.9) : ''},${yes(0.83)},${yes(0.77)},${yes(0.9)}`;
  const misuse = substanceMisuse(random, child, age);
  return [
    `${history.childId},${child.dateOfBirth},${difficulties},${convicted},${health},${misuse}`,
  ];
}
