import type { DayNumber } from '../../core/plain-date.ts';
import type { CareHistory, Period } from '../care-cost/attribution.ts';
import type { Child, CostElement } from '../model.ts';

/** What is known of one child's care and its cost. */
export interface ChildCosts {
  readonly childId: string;
  readonly child: Child | undefined;
  readonly care: CareHistory;
  readonly elements: readonly CostElement[];
}

/** Up to when nights have been, and the financial year that is looked at. */
export interface AsAt {
  readonly lastNight: DayNumber;
  readonly year: Period;
}

/** The nights of the year that are still to come. */
export function nightsToCome({ lastNight, year }: AsAt): Period {
  return { from: lastNight + 1, to: year.to };
}
