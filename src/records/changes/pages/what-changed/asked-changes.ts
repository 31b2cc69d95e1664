import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import type { Asked } from '../../../../platform/lists/list.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import type { ChangesFilter, ChangesOrder } from '../../change.ts';
import { childrenCalled } from '../../children-called.ts';
import type { ChangesValues } from './filters.tsx';

type Transaction = CouncilTransaction<RecordsTables>;

/** The page's order as the query has it. */
export function orderOf({ key, order }: Asked<unknown>['order']) {
  return { order: key as ChangesOrder, descending: order === 'descending' };
}

/** What the filters leave of the changes. */
export async function filterOf(tx: Transaction, values: ChangesValues): Promise<ChangesFilter> {
  const { kind, records, child, cause } = values;
  const childIds = child === undefined ? undefined : await childrenCalled(tx, child);
  return { kind, table: records, cause, childIds };
}
