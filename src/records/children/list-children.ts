import type { PlainDate } from '../../core/plain-date.ts';
import { sortingFrom } from '../../platform/components/sortable-heading.tsx';
import type { Ground } from '../../platform/database/ground.ts';
import { type ChildrenFilter, paths } from '../paths.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { ChildRow } from './child-row.ts';
import { type ChildrenOrder, SORT_KEYS } from './children-sorting.ts';
import { countChildren, loadChildRows, loadSelection, sortedChildren } from './load-children.ts';

/** How many children a page shows. */
export const PAGE_SIZE = 50;

/** One page of the list. */
export interface ChildrenPage {
  readonly rows: readonly ChildRow[];
  readonly total: number;
  /** Counted from 1; the last one when the one asked for is beyond it. */
  readonly page: number;
}

/** The order that the query asks for; by identifier when it asks for none. */
export function orderFrom(query: URLSearchParams): ChildrenOrder {
  const first = { key: 'child', order: 'ascending' } as const;
  const { key, order } = sortingFrom(paths.children, query, SORT_KEYS, first);
  return { key: SORT_KEYS.find((each) => each === key) ?? 'child', order };
}

/** One page of the children that the filter selects on the night. */
export function loadChildren(
  ground: Ground,
  authority: string,
  asked: {
    readonly filter: ChildrenFilter;
    readonly night: PlainDate;
    readonly order: ChildrenOrder;
    readonly page: number;
    readonly pageSize?: number;
  },
): Promise<ChildrenPage> {
  const { pageSize: size = PAGE_SIZE } = asked;
  return ground.read<RecordsTables, ChildrenPage>(authority, async (tx) => {
    const selection = await loadSelection(tx, asked.filter, asked.night);
    const pageOf = (page: number) => {
      const place = { from: (page - 1) * size, size };
      return sortedChildren(tx, selection, asked.order, place);
    };
    let page = asked.page;
    let sorted = await pageOf(page);
    if (sorted.childIds.length === 0 && page > 1) {
      page = Math.max(1, Math.ceil((await countChildren(tx, selection)) / size));
      sorted = await pageOf(page);
    }
    const { childIds, total } = sorted;
    return { rows: await loadChildRows(tx, selection, childIds), total, page };
  });
}
