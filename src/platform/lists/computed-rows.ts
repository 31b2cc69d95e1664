import type { CellValue, TabularRow } from '../downloads/tabular-data.ts';
import type { Asked, Loaded, Order } from './list.ts';

function compared(one: CellValue, other: CellValue): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), 'en-GB', { numeric: true });
}

/** The rows in order of one column, empty cells last whichever way; rows that are alike stay as they stood. */
export function sortedRows<Row extends TabularRow>(
  rows: readonly Row[],
  { key, order }: Order,
): Row[] {
  const isEmpty = (row: Row) => row[key] === null || row[key] === undefined;
  const way = order === 'ascending' ? 1 : -1;
  return rows.toSorted((one, other) => {
    if (isEmpty(one) || isEmpty(other)) return Number(isEmpty(one)) - Number(isEmpty(other));
    return way * compared(one[key], other[key]);
  });
}

/** A page of rows that are all at hand, with all of them. */
export interface OfComputed<Row> extends Loaded<Row> {
  /** Every row that the filters leave, in order. */
  readonly matching: readonly Row[];
}

/** The page that is asked of rows worked out; `rows` are those that the filters leave. */
export function computedRows<Row extends TabularRow, More extends object>(
  { order, page, pageSize }: Asked<unknown>,
  rows: readonly Row[],
  more: More,
): OfComputed<Row> & More {
  const matching = sortedRows(rows, order);
  const from = (page - 1) * pageSize;
  return { ...more, matching, rows: matching.slice(from, from + pageSize), total: rows.length };
}
