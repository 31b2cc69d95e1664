import { yearsOld } from './calendar.ts';
import type { CarePeriod, Life, MissingEpisode } from './history.ts';
import { isShortBreak } from './lives.ts';
import type { Random } from './random.ts';

/** Times a year that a child over twelve goes missing; a few children go again and again. */
function timesAYear(random: Random, life: Life): number {
  const share =
    life.temperament === 'complex' ? 0.45 : life.temperament === 'unsettled' ? 0.2 : 0.03;
  if (!random.chance(share)) return 0;
  return random.chance(0.2) ? 9 : random.between(0.6, 3);
}

/** Missing (M) and away without authorisation (A) in one period of care, none overlapping. */
export function drawMissing(random: Random, life: Life, period: CarePeriod): MissingEpisode[] {
  const rate = timesAYear(random, life);
  if (rate === 0 || isShortBreak(period.course)) return [];
  const twelfth = life.dateOfBirth + Math.round(12 * 365.25);
  const missing: MissingEpisode[] = [];
  let day = Math.max(period.start, twelfth) + Math.round(random.exponential(365 / rate));
  while (day < period.end - 1 && yearsOld(life.dateOfBirth, day) < 18) {
    const nights = random.chance(0.72) ? random.whole(0, 1) : random.whole(2, 9);
    const end = Math.min(day + nights, period.end);
    missing.push({ kind: random.chance(0.86) ? 'M' : 'A', start: day, end });
    day = end + 1 + Math.round(random.exponential(365 / rate));
  }
  return missing;
}
