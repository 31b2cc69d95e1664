import type { VNode } from 'preact';
import { isNumeric, type TabularColumn } from '../downloads/tabular-data.ts';
import { addressWith } from './address.ts';

export type SortOrder = 'ascending' | 'descending';

/** How a table is sorted now, and the page that sorts it otherwise by the query's `sort` and `order`. */
export interface Sorting {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly key: string;
  readonly order: SortOrder;
}

/** Sorting as the query asks, among the columns that may be sorted by; else as it is first shown. */
export function sortingFrom(
  path: string,
  query: URLSearchParams,
  allowed: readonly string[],
  first: { readonly key: string; readonly order: SortOrder },
): Sorting {
  const key = query.get('sort');
  if (key === null || !allowed.includes(key)) return { path, query, ...first };
  const order = query.get('order') === 'descending' ? 'descending' : 'ascending';
  return { path, query, key, order };
}

/** A heading that sorts by its column, the other way round when it already does. */
export function SortableHeading(props: {
  readonly column: TabularColumn;
  readonly sorting: Sorting;
}): VNode {
  const { column, sorting } = props;
  const current = sorting.key === column.key;
  const next = current && sorting.order === 'ascending' ? 'descending' : 'ascending';
  const href = addressWith(sorting.path, sorting.query, {
    sort: column.key,
    order: next,
    page: undefined,
  });
  return (
    <th
      scope="col"
      class={`govuk-table__header${isNumeric(column.type) ? ' govuk-table__header--numeric' : ''}`}
      aria-sort={current ? sorting.order : 'none'}
    >
      <a class="govuk-link wellplaced-sort" href={href}>
        {column.heading}
        {current && (
          <span class="wellplaced-sort__arrow" aria-hidden="true">
            {sorting.order === 'ascending' ? '▲' : '▼'}
          </span>
        )}
      </a>
    </th>
  );
}
