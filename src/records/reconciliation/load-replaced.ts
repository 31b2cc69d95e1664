import type { PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** The payments that another one made by the day corrects, by reference. */
export async function loadReplaced(
  tx: CouncilTransaction<RecordsTables>,
  day: PlainDate,
): Promise<ReadonlySet<string>> {
  const rows = await tx.rows(
    `select distinct corrects_ref from payment
     where authority_id = $1 and corrects_ref <> payment_ref
       and (status <> 'actual' or run_date <= $2)`,
    [tx.authority, day],
  );
  return new Set(rows.map(([ref]) => String(ref)));
}
