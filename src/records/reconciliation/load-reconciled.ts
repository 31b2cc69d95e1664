import {
  type FinancialYear,
  financialYearOf,
  financialYearStarting,
} from '../../core/financial-year.ts';
import { type Pence, penceOf } from '../../core/money.ts';
import { isoDate, type PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { foundAsSeen } from '../storage/as-seen.ts';
import { loadBudgets } from '../storage/load-placement-facts.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { LedgerCode } from './ledger-code.ts';
import { loadCodedMonths, loadReplaced } from './load-codes.ts';
import { type ReconciledCode, reconcile } from './reconcile.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** Every code of a year as the reader sees its rows, as it stands on a day; remembered until an import completes. */
export async function loadReconciled(
  tx: Transaction,
  year: FinancialYear,
  today: PlainDate,
): Promise<readonly ReconciledCode[]> {
  return foundAsSeen(tx, ['codes of a year', year.label, today], async () =>
    reconcile(await loadCodedMonths(tx, year, today), await loadBudgets(tx, year), year, today),
  );
}

/** The years of which there is a budget or a payment, and that under way, the newest first. */
export async function loadYears(tx: Transaction, today: PlainDate): Promise<readonly string[]> {
  const budgets = await tx.rows('select distinct start_year from budget where authority_id = $1', [
    tx.authority,
  ]);
  const [paid = []] = await tx.rows(
    `select min(run_date)::text, max(run_date)::text from payment
     where authority_id = $1 and status <> 'commitment'`,
    [tx.authority],
  );
  const years = new Set([
    ...budgets.map(([year]) => Number(year)),
    financialYearOf(today).startYear,
  ]);
  const [first, last] = paid.map((day) =>
    typeof day === 'string' ? financialYearOf(isoDate(day)).startYear : undefined,
  );
  if (first !== undefined && last !== undefined) {
    for (let year = first; year <= last; year += 1) years.add(year);
  }
  return [...years]
    .sort((one, other) => other - one)
    .map((year) => financialYearStarting(year).label);
}

/** What one run paid under a code. */
export interface RunOfCode {
  readonly runDate: PlainDate;
  readonly lines: number;
  readonly paid: Pence;
}

/** The runs of a year that paid something under a code, in order: actual payments that no later one corrects. */
export async function loadRunsOfCode(
  tx: Transaction,
  year: FinancialYear,
  { costCentre, subjective }: LedgerCode,
): Promise<readonly RunOfCode[]> {
  const rows = await tx.rows(
    `select run_date::text, count(*), sum(gross) from payment
     where authority_id = $1 and status = 'actual' and run_date between $2 and $3
       and coalesce(cost_centre, '') = $4 and coalesce(subjective, '') = $5
       and payment_ref <> all($6)
     group by run_date order by run_date`,
    [
      ...[tx.authority, year.firstDay, year.lastDay, costCentre ?? '', subjective ?? ''],
      [...(await loadReplaced(tx))],
    ],
  );
  return rows.map(([runDate, lines, paid]) => ({
    runDate: isoDate(String(runDate)),
    lines: Number(lines),
    paid: penceOf(Number(paid)),
  }));
}
