import type { FinancialYear } from '../../core/financial-year.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { foundAsSeen } from '../storage/as-seen.ts';
import { loadBudgets } from '../storage/load-placement-facts.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { loadCodedMonths } from './load-codes.ts';
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
