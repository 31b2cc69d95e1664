import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** The payments that another one corrects, by reference. */
export async function loadReplaced(
  tx: CouncilTransaction<RecordsTables>,
): Promise<ReadonlySet<string>> {
  const rows = await tx.rows(
    `select distinct corrects_ref from payment
     where authority_id = $1 and corrects_ref <> payment_ref`,
    [tx.authority],
  );
  return new Set(rows.map(([ref]) => String(ref)));
}
