import type { SortOrder } from '../../../platform/components/sortable-heading.tsx';
import type { CellValue, TabularRow } from '../../../platform/downloads/tabular-data.ts';

/** How many rows stand on one page of a list. */
export const PAGE_SIZE = 50;

function compared(one: CellValue, other: CellValue): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), 'en-GB', { numeric: true });
}

/** The rows in order of one column, empty cells last whichever way; rows that are alike stay as they stood. */
export function sortedRows<Row extends TabularRow>(
  rows: readonly Row[],
  key: string,
  order: SortOrder,
): Row[] {
  const isEmpty = (row: Row) => row[key] === null || row[key] === undefined;
  const way = order === 'ascending' ? 1 : -1;
  return rows.toSorted((one, other) => {
    if (isEmpty(one) || isEmpty(other)) return Number(isEmpty(one)) - Number(isEmpty(other));
    return way * compared(one[key], other[key]);
  });
}

/** The page that the query asks for, from 1; the last when it asks for one beyond. */
export function pageAsked(query: URLSearchParams, rows: number): number {
  const asked = Number(query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(rows / PAGE_SIZE));
  return Number.isInteger(asked) && asked >= 1 ? Math.min(asked, last) : 1;
}
