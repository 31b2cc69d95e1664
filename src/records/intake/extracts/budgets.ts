import { parseFinancialYear } from '../../../core/financial-year.ts';
import { decimalPounds, type Pence, penceOf } from '../../../core/money.ts';
import { parsePounds } from '../../../core/written-pounds.ts';
import type { BudgetRow } from './extract-row.ts';
import { requiredAmount } from './read-field.ts';
import { requiredCode, requiredText, textOf } from './read-text.ts';
import { type Note, RowRefusal } from './row-refusal.ts';

const MONTHS = 12;

/** Twelve monthly amounts that sum to the year's exactly; pence that do not divide fall evenly over the months, the same ones every time. */
export function equalProfile(annual: Pence): readonly Pence[] {
  const upTo = (months: number) => Math.floor((annual * months) / MONTHS);
  return Array.from({ length: MONTHS }, (_, month) => penceOf(upTo(month + 1) - upTo(month)));
}

function monthlyOf(text: string, annual: Pence): readonly Pence[] {
  if (text.toLowerCase() === 'equal') return equalProfile(annual);
  // Where a mark parts the amounts, spaces may part thousands.
  const between = /[|;]/.test(text) ? /\s*[|;]\s*/ : /\s+/;
  const amounts = text.split(between).map(parsePounds);
  const known = amounts.filter((amount) => amount !== undefined);
  if (amounts.length === MONTHS && known.length === MONTHS) return known;
  const reason = `profile ${text} is neither the word equal nor twelve amounts separated by |`;
  throw new RowRefusal('profile', text, reason);
}

/**
 * Reads one row of budgets, its cells in the order of the layout. Throws a RowRefusal when the year,
 * the code, the amount or the profile cannot be read.
 */
export function readBudget(line: number, cells: readonly string[], note: Note): BudgetRow {
  const [yearText, costCentre, subjective, description, annualText, profile] = cells;
  const yearName = requiredText('financial_year', yearText);
  const year = parseFinancialYear(yearName);
  if (year === undefined) {
    const reason = `financial_year ${yearName} is not a financial year; write 2020-21`;
    throw new RowRefusal('financial_year', yearName, reason);
  }
  const annual = requiredAmount('annual_amount', annualText);
  const row: BudgetRow = {
    line,
    startYear: year.startYear,
    costCentre: requiredCode('cost_centre', costCentre, note),
    subjective: requiredCode('subjective', subjective, note),
    description: textOf('description', description, { childId: undefined, note }),
    annual,
    monthly: monthlyOf(requiredText('profile', profile), annual),
  };
  const sum = penceOf(row.monthly.reduce((total, amount) => total + amount, 0));
  if (sum !== annual) {
    note({
      childId: undefined,
      rule: 'budget-profile-does-not-sum',
      column: 'profile',
      value: profile ?? null,
      message: `The twelve amounts of ${row.costCentre} ${row.subjective} sum to £${decimalPounds(sum)}, and annual_amount is £${decimalPounds(annual)}.`,
    });
  }
  return row;
}
