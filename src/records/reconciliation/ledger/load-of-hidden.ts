import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { OfHidden } from './rows.ts';
import { textOrNone } from './text-or-none.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** What payments and costs of hidden children name, of whatever year, whether or not a later payment corrects it. */
export async function loadOfHidden(
  tx: Transaction,
  hidden: readonly string[],
): Promise<readonly OfHidden[]> {
  if (hidden.length === 0) return [];
  const rows = await tx.rows(
    `select payment_ref, provider, cost_centre, subjective from payment
     where authority_id = $1 and child_id = any($2)
     union
     select null, provider, cost_centre, subjective from cost_element
     where authority_id = $1 and child_id = any($2)`,
    [tx.authority, hidden],
  );
  return rows.map(([reference, supplier, costCentre, subjective]) => ({
    reference: textOrNone(reference),
    supplier: textOrNone(supplier),
    costCentre: textOrNone(costCentre),
    subjective: textOrNone(subjective),
  }));
}
