import type { DayNumber } from '../../core/plain-date.ts';
import type { TemporaryStay } from './history.ts';
import type { Random } from './random.ts';

/** Stays a year: hospital, the carer's holiday, respite. */
const A_YEAR = 0.16;

/** Short stays away from a placement (SSDA903 T1, T3, T4), each inside it with ten days to spare, so that the child comes back. */
export function drawStays(random: Random, start: DayNumber, end: DayNumber): TemporaryStay[] {
  const stays: TemporaryStay[] = [];
  let day = start + 10 + Math.round(random.exponential(365 / A_YEAR));
  while (day < end - 30) {
    const place = random.weighted<string>([
      ['T3', 42],
      ['T4', 35],
      ['T1', 23],
    ]);
    const nights = place === 'T3' ? random.whole(4, 14) : random.whole(2, place === 'T4' ? 6 : 12);
    stays.push({ from: day, to: day + nights, place });
    day += nights + 30 + Math.round(random.exponential(365 / A_YEAR));
  }
  return stays;
}
