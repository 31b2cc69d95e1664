import { financialYearOf } from '../../core/financial-year.ts';
import type { Pence } from '../../core/money.ts';
import { NightlyTotal } from '../../core/nights.ts';
import { addDays, dateOfDayNumber, dayNumberOf, type PlainDate } from '../../core/plain-date.ts';
import type { CostElement } from '../model.ts';

/** Where the end comes from: the costs hold it, or it is that of the financial year. */
export type EndIs = 'held' | '31 March';

/** What a difference of the weekly cost comes to, and to which day it is counted. */
export interface ToEnd {
  readonly toEnd: Pence;
  /** The last day that is counted. */
  readonly countedTo: PlainDate;
  readonly endIs: EndIs;
}

/** The first night that the package is no longer held for: where each element of the placement itself has an end, the latest. */
function endHeldOf(elements: readonly CostElement[]): number | undefined {
  const core = elements.filter(({ element }) => element === 'core');
  const counted = core.length === 0 ? elements : core;
  if (counted.length === 0) return undefined;
  let end = 0;
  for (const { to } of counted) {
    if (to === undefined) return undefined;
    end = Math.max(end, to);
  }
  return end;
}

/**
 * The difference × nights ÷ 7 from the day to the end that the costs hold for the package, else to 31 March.
 * A package that ended has none that is held.
 */
export function differenceToEnd(
  difference: Pence,
  from: PlainDate,
  after: readonly CostElement[],
): ToEnd {
  const held = endHeldOf(after);
  const yearEnd = dayNumberOf(addDays(financialYearOf(from).lastDay, 1));
  const end = held ?? yearEnd;
  const total = new NightlyTotal();
  total.add(Math.max(0, end - dayNumberOf(from)), difference);
  return {
    toEnd: total.pence,
    countedTo: dateOfDayNumber(end - 1),
    endIs: held === undefined ? '31 March' : 'held',
  };
}
