import type { DayNumber } from '../../core/plain-date.ts';
import type { CarePeriod, Life } from './history.ts';
import type { Random } from './random.ts';

/** A legal status and the day from which it holds (SSDA903 LS). */
export interface LegalStatus {
  readonly from: DayNumber;
  readonly status: string;
}

/** A police protection lasts at most 72 hours; an emergency protection order at most 21 days (SSDA903 rules on L1 and L2). */
function emergency(random: Random, start: DayNumber): LegalStatus[] {
  const drawn = random.next();
  if (drawn < 0.06)
    return [
      { from: start, status: 'L1' },
      { from: start + random.whole(1, 3), status: 'C1' },
    ];
  if (drawn < 0.1)
    return [
      { from: start, status: 'L2' },
      { from: start + random.whole(5, 14), status: 'C1' },
    ];
  return [{ from: start, status: 'C1' }];
}

/** A placement order comes before the child moves in with the adopters, who have the child for months before the adoption. */
const BEFORE_ADOPTION = 440;

/** Proceedings: an interim order, then a final order after 26 weeks or, as often, a good deal more. */
function proceedings(random: Random, period: CarePeriod, final: string): LegalStatus[] {
  const { start } = period;
  const expected = start + 182 + Math.round(random.exponential(80));
  const order = final === 'E1' ? Math.min(expected, period.end - BEFORE_ADOPTION) : expected;
  if (random.chance(0.3)) {
    const application = start + random.whole(20, 100);
    return [
      { from: start, status: 'V2' },
      { from: application, status: 'C1' },
      { from: order, status: final },
    ];
  }
  return [...emergency(random, start), { from: order, status: final }];
}

function courseOfLaw(random: Random, period: CarePeriod): LegalStatus[] {
  const voluntary = [{ from: period.start, status: 'V2' }];
  switch (period.course) {
    case 'adoption':
      return proceedings(random, period, 'E1');
    case 'guardianship':
      return random.chance(0.7) ? proceedings(random, period, 'C2') : voluntary;
    case 'long':
      return random.chance(0.8) ? proceedings(random, period, 'C2') : voluntary;
    case 'home':
      return random.chance(0.4) ? emergency(random, period.start) : voluntary;
    case 'remand':
      return [{ from: period.start, status: 'J1' }];
    case 'shortBreakAgreement':
      return [{ from: period.start, status: 'V4' }];
    case 'shortBreakSeries':
      return [{ from: period.start, status: 'V3' }];
    case 'unaccompanied':
      return random.chance(0.04) ? [{ from: period.start, status: 'C2' }] : voluntary;
  }
}

/** The legal statuses of one period of care, the first from its first day, each inside it. Those of sixteen and over start by agreement. */
export function drawLegal(random: Random, life: Life, period: CarePeriod): LegalStatus[] {
  const grown = period.course === 'long' && period.start - life.dateOfBirth > 15.5 * 365.25;
  const statuses = grown ? [{ from: period.start, status: 'V2' }] : courseOfLaw(random, period);
  return statuses.filter((status) => status.from < period.end);
}

/** The first day under a care order, interim or full. */
export function careOrderFrom(statuses: readonly LegalStatus[]): DayNumber | undefined {
  return statuses.find(({ status }) => status === 'C1' || status === 'C2')?.from;
}
