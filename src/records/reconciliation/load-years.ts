import { financialYearOf, financialYearStarting } from '../../core/financial-year.ts';
import { isoDate, type PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** The years of which there is a budget or a payment, and that under way, the newest first. */
export async function loadYears(
  tx: CouncilTransaction<RecordsTables>,
  today: PlainDate,
): Promise<readonly string[]> {
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
