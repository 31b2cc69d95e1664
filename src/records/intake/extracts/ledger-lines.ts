import { financialYearOf, parseFinancialYear } from '../../../core/financial-year.ts';
import type { PlainDate } from '../../../core/plain-date.ts';
import type { LedgerRow } from './extract-row.ts';
import { requiredAmount, requiredDate } from './read-field.ts';
import { requiredCode, textOf } from './read-text.ts';
import { type Note, RowRefusal } from './row-refusal.ts';

/** `8`, `08`, `P08`, `Period 8`, `2026/08`. */
const PERIOD = /^(?:\d{4}\s*[/-]\s*)?(?:P|PER|PERIOD)?\s*(\d{1,2})$/i;
/** What is posted after the twelfth period closes the year, and counts in March. */
const LAST_PERIOD = 12;
const LAST_CLOSING = 16;

function periodOf(text: string | null, posted: PlainDate): number {
  if (text === null) return ((Number(posted.slice(5, 7)) + 8) % 12) + 1;
  const period = Number(PERIOD.exec(text)?.[1] ?? 0);
  if (period >= 1 && period <= LAST_CLOSING) return Math.min(period, LAST_PERIOD);
  const reason = `accounting_period ${text} is not a period; write 1 for April to 12 for March, 13 to 16 for what closes the year`;
  throw new RowRefusal('accounting_period', text, reason);
}

function yearOf(text: string | null, posted: PlainDate): number {
  if (text === null) return financialYearOf(posted).startYear;
  const year = parseFinancialYear(text);
  if (year !== undefined) return year.startYear;
  const reason = `financial_year ${text} is not a financial year; write 2020-21`;
  throw new RowRefusal('financial_year', text, reason);
}

/**
 * Reads one row of the general ledger, its cells in the order of the layout. Throws a RowRefusal when
 * it cannot be counted: no journal, day, code or amount, a year or a period that is none.
 */
export function readLedgerLine(line: number, cells: readonly string[], note: Note): LedgerRow {
  const [journal, journalLine, posted, year, period, centre, subjective, amount, ...rest] = cells;
  const [supplier, reference, description, type] = rest;
  const noted = { childId: undefined, note };
  const postedOn = requiredDate('posting_date', posted);
  return {
    line,
    journal: requiredCode('journal', journal, note),
    journalLine: textOf('journal_line', journalLine, noted) ?? '',
    postedOn,
    startYear: yearOf(textOf('financial_year', year, noted), postedOn),
    period: periodOf(textOf('accounting_period', period, noted), postedOn),
    costCentre: requiredCode('cost_centre', centre, note),
    subjective: requiredCode('subjective', subjective, note),
    amount: requiredAmount('amount', amount),
    supplier: textOf('supplier', supplier, noted),
    reference: textOf('reference', reference, noted),
    description: textOf('description', description, noted),
    journalType: textOf('journal_type', type, noted),
  };
}
