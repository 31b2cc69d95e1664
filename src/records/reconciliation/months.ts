import type { FinancialYear } from '../../core/financial-year.ts';
import { addMonths, type DayNumber, dayNumberOf, type PlainDate } from '../../core/plain-date.ts';
import type { Period } from '../care-cost/attribution.ts';

/** How many months a financial year has. */
export const MONTHS = 12;

const NAMES = [
  ...['April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December', 'January', 'February', 'March'],
] as const;

/** A calendar month of a financial year, by its nights. */
export interface Month extends Period {
  /** Counted from April, which is 0. */
  readonly at: number;
  readonly firstDay: PlainDate;
  /** `April 2026`. */
  readonly name: string;
}

/** The twelve months of a financial year, from April. */
export function monthsOf(year: FinancialYear): readonly Month[] {
  return NAMES.map((name, at) => {
    const firstDay = addMonths(year.firstDay, at);
    return {
      at,
      firstDay,
      from: dayNumberOf(firstDay),
      to: dayNumberOf(addMonths(year.firstDay, at + 1)),
      name: `${name} ${firstDay.slice(0, 4)}`,
    };
  });
}

/** Which month of its financial year holds the day, April being 0. */
export function monthAt(day: PlainDate): number {
  return (Number(day.slice(5, 7)) + 8) % MONTHS;
}

/** The nights of a financial year. */
export function nightsOf(year: FinancialYear): Period {
  const months = monthsOf(year);
  return { from: months[0]?.from ?? 0, to: months.at(-1)?.to ?? 0 };
}

/** The first night that has not passed by the day, within a year: before it nothing is to come, and at its end nothing of it is left. */
export function passedTo(year: FinancialYear, today: PlainDate): DayNumber {
  const { from, to } = nightsOf(year);
  return Math.min(to, Math.max(from, dayNumberOf(today) + 1));
}
