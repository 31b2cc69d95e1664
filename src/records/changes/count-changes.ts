import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { Between, ChangesFilter } from './change.ts';
import { type ChangeSums, countOf } from './change-sums.ts';
import { narrowing } from './narrowed-changes.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** How many changes the filter leaves; from the sums where it asks for no child. */
export async function countChanges(
  tx: Transaction,
  between: Between,
  filter: ChangesFilter,
  { sums }: ChangeSums,
): Promise<number> {
  if (filter.childIds === undefined) return countOf(sums, filter);
  const narrowed = narrowing(filter, between, tx.authority);
  const [row] = await tx.rows(
    `${narrowed.with} select count(*) from change ${narrowed.where}`,
    narrowed.parameters,
  );
  return Number(row?.[0]);
}
