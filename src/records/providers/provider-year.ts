import { addMonths, type DayNumber, dayNumberOf, type PlainDate } from '../../core/plain-date.ts';
import type { Period } from '../care-cost/attribution.ts';

/** The twelve months that providers are looked at for: the nights after the same day a year before, to the last. */
export interface ProviderYear {
  /** The night a year before the last, whose prices are compared with it. */
  readonly before: DayNumber;
  readonly now: DayNumber;
  readonly nights: Period;
}

/** The twelve months to the night. */
export function yearTo(lastNight: PlainDate): ProviderYear {
  const now = dayNumberOf(lastNight);
  const before = dayNumberOf(addMonths(lastNight, -12));
  return { before, now, nights: { from: before + 1, to: now + 1 } };
}
