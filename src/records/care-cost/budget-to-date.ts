import { financialYearOf } from '../../core/financial-year.ts';
import type { Pence } from '../../core/money.ts';
import { roundedDivision } from '../../core/nights.ts';
import {
  addMonths,
  type DayNumber,
  dateOfDayNumber,
  dayNumberOf,
  isoDate,
} from '../../core/plain-date.ts';
import type { Budget } from '../model.ts';

/**
 * The budget of the financial year up to and including the last night: the amounts of whole months
 * and, of the month under way, the share of its nights that have passed. Pence, rounded once.
 */
export function budgetToDate(budgets: readonly Budget[], lastNight: DayNumber): Pence {
  const lastDay = dateOfDayNumber(lastNight);
  const year = financialYearOf(lastDay);
  const monthUnderWay = (Number(lastDay.slice(5, 7)) + 8) % 12;
  const firstDay = isoDate(`${lastDay.slice(0, 7)}-01`);
  const passed = lastNight - dayNumberOf(firstDay) + 1;
  const nightsInMonth = dayNumberOf(addMonths(firstDay, 1)) - dayNumberOf(firstDay);
  let penceNights = 0;
  for (const budget of budgets) {
    if (budget.startYear !== year.startYear) continue;
    for (const [month, amount] of budget.monthly.entries()) {
      if (month < monthUnderWay) penceNights += amount * nightsInMonth;
      if (month === monthUnderWay) penceNights += amount * passed;
    }
  }
  return roundedDivision(penceNights, nightsInMonth);
}
