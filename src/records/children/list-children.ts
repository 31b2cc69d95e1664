import type { PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { ChildrenFilter } from '../paths.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { ChildRow } from './child-row.ts';
import type { ChildrenOrder } from './children-sorting.ts';
import { countChildren, loadChildRows, loadSelection, sortedChildren } from './load-children.ts';

/** One page of the list. */
export interface ChildrenPage {
  readonly rows: readonly ChildRow[];
  /** Of all pages. */
  readonly total: number;
}

/** One page of the children that the filter selects on the night; a page beyond the last has none. */
export async function loadChildren(
  tx: CouncilTransaction<RecordsTables>,
  asked: {
    readonly filter: ChildrenFilter;
    readonly night: PlainDate;
    readonly order: ChildrenOrder;
    /** Counted from 1. */
    readonly page: number;
    readonly pageSize: number;
  },
): Promise<ChildrenPage> {
  const { page, pageSize: size, order } = asked;
  const selection = await loadSelection(tx, asked.filter, asked.night);
  const sorted = await sortedChildren(tx, selection, order, { from: (page - 1) * size, size });
  const isBeyond = sorted.childIds.length === 0 && page > 1;
  const total = isBeyond ? await countChildren(tx, selection) : sorted.total;
  return { rows: await loadChildRows(tx, selection, sorted.childIds), total };
}
