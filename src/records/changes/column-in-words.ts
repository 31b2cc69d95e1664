import { penceOf, poundsAndPence } from '../../core/money.ts';
import { dateInFigures, parseIsoDate } from '../../core/plain-date.ts';
import { RECORD_NAMES } from '../audit-names.ts';
import { withoutWholePostcodes } from '../names/outward.ts';
import type { RecordRow } from '../revisions/record-row.ts';

/** One column of a record in words. */
export interface ValueInWords {
  readonly column: string;
  readonly name: string;
  readonly value: string;
}

const MONEY: Readonly<Record<string, string>> = {
  weekly_rate: 'weekly rate',
  gross: 'gross',
  contribution: 'contribution',
  amount: 'amount',
  annual: 'budget of the year',
  monthly: 'budget by month',
};
const NAMES: Readonly<Record<string, string>> = {
  ...MONEY,
  placement_start: 'placement began',
  from_date: 'from',
  to_date: 'to',
  payment_ref: 'payment',
  corrects_ref: 'corrects',
  period_from: 'for days from',
  period_to: 'for days to',
  run_date: 'paid on',
  start_year: 'financial year from',
  posted_on: 'posted on',
  period: 'accounting period',
  occurrence: 'line',
  sw_decom: 'from',
  sw_dec: 'until',
  sw_id: 'social worker',
  reported_dec: 'end, as reported',
  reported_rec: 'reason it ended, as reported',
  replaced_rne: 'reason for the new episode, as reported',
};
/** The addresses of homes: who sees imports sees the part of a town. */
const POSTCODES: ReadonlySet<string> = new Set(['home_post', 'pl_post']);
function nameOf(column: string): string {
  return NAMES[column] ?? RECORD_NAMES.columns[column] ?? column.replaceAll('_', ' ');
}

function inPounds(value: unknown): string {
  return poundsAndPence(penceOf(Number(value)));
}

function valueInWords(column: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'empty';
  if (Array.isArray(value)) return value.map((one) => valueInWords(column, one)).join(', ');
  if (column in MONEY) return inPounds(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value);
  if (POSTCODES.has(column)) return withoutWholePostcodes(text);
  const day = parseIsoDate(text);
  return day === undefined ? text : dateInFigures(day);
}

/** Columns of a record in words. */
export function saidInWords(row: RecordRow, columns: readonly string[]): readonly ValueInWords[] {
  return columns.map((column) => ({
    column,
    name: nameOf(column),
    value: valueInWords(column, row[column]),
  }));
}

/** Columns with money before the others, each in the order in which it stood. */
export function moneyFirst(columns: readonly string[]): readonly string[] {
  return columns.toSorted((one, other) => Number(other in MONEY) - Number(one in MONEY));
}
