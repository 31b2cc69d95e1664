import type { SavedMapping } from '../mappings/saved-mapping.ts';
import { type DateOrder, inOrder, noteOrder, type OrderShown, ordersOf } from './date-order.ts';
import type { Rejection, RowFinding } from './rejection.ts';
import type { RowBatch } from './row-batch.ts';

export type DateOrders = ReadonlyMap<number, DateOrder>;

/** A day of a year of four digits whose second figure is no month: only then is there anything to prove. */
const LOOKS_MONTH_FIRST = /(?<!\d)\d{1,2}[/.-](?:1[3-9]|2\d|3[01])[/.-]\d{4}/;
const LONGEST = 12;

/** Whether a text, in pieces, holds anywhere what looks like a day with its month first. Quick, and true too often rather than too seldom. */
export async function looksMonthFirst(pieces: AsyncIterable<string>): Promise<boolean> {
  let end = '';
  for await (const piece of pieces) {
    if (LOOKS_MONTH_FIRST.test(piece) || LOOKS_MONTH_FIRST.test(end + piece.slice(0, LONGEST))) {
      return true;
    }
    end = piece.slice(-LONGEST);
  }
  return false;
}

/** How the date columns of a table are read, from all its rows. */
export async function ordersIn(
  batches: AsyncIterable<RowBatch> | Iterable<RowBatch>,
  positions: readonly number[],
): Promise<DateOrders> {
  const columns = new Map(positions.map((position): [number, OrderShown] => [position, {}]));
  for await (const { cells, lines } of batches) {
    for (const [at, row] of cells.entries()) {
      for (const [position, shown] of columns)
        noteOrder(shown, row[position] ?? '', lines[at] ?? 0);
    }
  }
  return ordersOf(columns);
}

/** The order that a mapping states for its columns of days; undefined where it leaves it to the file. */
export function statedOrders(
  mapping: SavedMapping | undefined,
  positions: readonly number[],
): DateOrders | undefined {
  if (mapping?.dateStyle !== 'month-first') return undefined;
  const why = `the mapping ${mapping.name} says that its month comes first`;
  const order: DateOrder = { monthFirst: true, why, shownBy: undefined };
  return new Map(positions.map((position) => [position, order]));
}

/** The rows with the days of each column that shows its order as ISO text, so that nothing after this, nor a rejected row that comes back alone, can turn them; a row with a day that could be either of two is a rejection. */
export function withOrders(
  orders: DateOrders,
  header: readonly string[],
  batch: RowBatch,
): RowBatch {
  if (orders.size === 0) return batch;
  const lines: number[] = [];
  const cells: (readonly string[])[] = [];
  const rejections: Rejection[] = [...batch.rejections];
  for (const [at, row] of batch.cells.entries()) {
    const line = batch.lines[at] ?? 0;
    const ordered = [...row];
    let refused: Rejection | undefined;
    for (const [position, order] of orders) {
      const found = inOrder(order, row[position] ?? '');
      // A mapping turns its days itself, so that a rejected row stays as the file has it.
      if ('text' in found)
        ordered[position] = order.shownBy === undefined ? (row[position] ?? '') : found.text;
      else {
        const [column, value] = [header[position]?.trim() ?? '', row[position] ?? ''];
        refused ??= { line, column, value, reason: `${column} ${found.why}`, cells: row };
      }
    }
    if (refused !== undefined) rejections.push(refused);
    else {
      lines.push(line);
      cells.push(ordered);
    }
  }
  return { lines, cells, rejections };
}

/** What to say of a table whose columns are read month first because their values show it. */
export function orderFindings(orders: DateOrders, header: readonly string[]): RowFinding[] {
  return [...orders].flatMap(([position, { monthFirst, why, shownBy }]) => {
    if (!monthFirst || shownBy === undefined) return [];
    const column = header[position]?.trim() ?? '';
    const about = { line: shownBy.line, childId: undefined, column, value: shownBy.text };
    const message = `Every day of ${column} is read with its month first: ${why}. Look whether that is so.`;
    return [{ ...about, rule: 'dates-month-first', severity: 'warning' as const, message }];
  });
}
