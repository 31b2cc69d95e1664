import type { FinancialYear } from '../../core/financial-year.ts';
import { NOTHING, type Pence, penceOf } from '../../core/money.ts';
import { dateOfDayNumber, dayNumberOf, type PlainDate } from '../../core/plain-date.ts';
import { budgetToDate } from '../care-cost/budget-to-date.ts';
import type { Budget } from '../model.ts';
import type { CodedMonths } from './coded-months.ts';
import { codeKey, codeOfKey, type LedgerCode } from './ledger-code.ts';
import { type MonthCost, NO_COST, sumOfMonths } from './month-count.ts';
import { MONTHS, nightsOf } from './months.ts';

/** One month of one code, or what several come to. */
export interface Reconciled extends MonthCost {
  readonly budget: Pence;
  /** The part of the budget for nights that have passed. */
  readonly budgetToDate: Pence;
  /** Paid and accrued less budget to date: above nought, overspent so far. */
  readonly againstBudget: Pence;
  /** Expected less budget: above nought, an overspend is to be expected. */
  readonly variance: Pence;
}

/** One cost centre and subjective in a financial year, month by month. */
export interface ReconciledCode extends LedgerCode {
  /** Of its budget; null where it has none. */
  readonly description: string | null;
  readonly hasBudget: boolean;
  readonly months: readonly Reconciled[];
  /** What the months come to. */
  readonly year: Reconciled;
}

function withBudget(cost: MonthCost, budget: Pence, toDate: Pence): Reconciled {
  return {
    ...cost,
    budget,
    budgetToDate: toDate,
    againstBudget: penceOf(cost.paid + cost.accrued - toDate),
    variance: penceOf(cost.expected - budget),
  };
}

/** What months or codes come to: plain sums of what is rounded already. */
function sumOf(parts: readonly Reconciled[]): Reconciled {
  const sum = (key: 'budget' | 'budgetToDate') =>
    penceOf(parts.reduce((so, part) => so + part[key], 0));
  return withBudget(sumOfMonths(parts), sum('budget'), sum('budgetToDate'));
}

/** The budgets of a year up to the night before `today`'s is over, month by month: of the month under way the share of its nights. */
function toDateByMonth(
  budgets: readonly Budget[],
  monthly: readonly Pence[],
  year: FinancialYear,
  today: PlainDate,
): readonly Pence[] {
  const nights = nightsOf(year);
  const lastNight = Math.min(dayNumberOf(today), nights.to - 1);
  if (lastNight < nights.from) return monthly.map(() => NOTHING);
  const underWay = (Number(dateOfDayNumber(lastNight).slice(5, 7)) + 8) % MONTHS;
  const before = monthly.slice(0, underWay).reduce((so, amount) => so + amount, 0);
  return monthly.map((amount, at) => {
    if (at < underWay) return amount;
    return at > underWay ? NOTHING : penceOf(budgetToDate(budgets, lastNight) - before);
  });
}

/** Every code with a budget, a cost or a payment in the year, in order of the code. */
export function reconcile(
  counted: CodedMonths,
  budgets: readonly Budget[],
  year: FinancialYear,
  today: PlainDate,
): readonly ReconciledCode[] {
  const ofYear = budgets.filter(({ startYear }) => startYear === year.startYear);
  const byCode = new Map<string, Budget>(ofYear.map((budget) => [codeKey(budget), budget]));
  const keys = [...new Set([...byCode.keys(), ...counted.keys()])].sort();
  return keys.map((key) => {
    const budget = byCode.get(key);
    const own = budget === undefined ? [] : [budget];
    const monthly = Array.from({ length: MONTHS }, (_, at) => budget?.monthly[at] ?? NOTHING);
    const toDate = toDateByMonth(own, monthly, year, today);
    const costs = counted.get(key);
    const months = monthly.map((amount, at) =>
      withBudget(costs?.[at] ?? NO_COST, amount, toDate[at] ?? NOTHING),
    );
    return {
      ...codeOfKey(key),
      description: budget?.description ?? null,
      hasBudget: budget !== undefined,
      months,
      year: sumOf(months),
    };
  });
}
