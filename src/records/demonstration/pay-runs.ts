import { type DayNumber, dayNumberOf } from '../../core/plain-date.ts';
import { type Calendar, dayOf } from './calendar.ts';

/** One payment run: pays the nights from `from` up to `to` (not included), on `runDate`. */
export interface PayRun {
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly runDate: DayNumber;
}

/** Providers are paid by the month, carers every four weeks. */
export interface PayRuns {
  readonly monthly: readonly PayRun[];
  readonly fourWeekly: readonly PayRun[];
}

/** A Monday from which four-week periods are counted. */
const FIRST_MONDAY = dayOf(2016, 4, 4);
const FOUR_WEEKS = 28;

/**
 * The runs of the current and the previous financial year, of which a council holds extracts, and the
 * coming period. Providers are paid on the 12th of the month after, carers on the Friday after.
 */
export function payRunsOf(calendar: Calendar): PayRuns {
  const years = calendar.financialYears.slice(-2);
  const first = years[0] === undefined ? calendar.asOf : dayNumberOf(years[0].firstDay);
  const wanted = (run: PayRun) => run.runDate >= first && run.from <= calendar.asOf + FOUR_WEEKS;
  const firstYear = Number(years[0]?.startYear ?? 0);
  const monthly = Array.from({ length: 28 }, (_, index) => ({
    from: dayOf(firstYear, 3 + index, 1),
    to: dayOf(firstYear, 4 + index, 1),
    runDate: dayOf(firstYear, 4 + index, 12),
  }));
  const start = FIRST_MONDAY + Math.floor((first - 60 - FIRST_MONDAY) / FOUR_WEEKS) * FOUR_WEEKS;
  const fourWeekly = Array.from({ length: 31 }, (_, index) => {
    const from = start + index * FOUR_WEEKS;
    return { from, to: from + FOUR_WEEKS, runDate: from + FOUR_WEEKS + 4 };
  });
  return { monthly: monthly.filter(wanted), fourWeekly: fourWeekly.filter(wanted) };
}
