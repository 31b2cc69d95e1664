import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from './records-tables.ts';

/**
 * Rows as arrays, sent by the database as one value for each column: for thousands of rows a third
 * of the time that rows of their own take on the embedded database, and three fifths of what one
 * array for each row takes on a server. `from` is the query from its FROM on; numbers, texts and
 * dates come as JSON has them, dates as yyyy-mm-dd.
 */
export async function packedRows(
  tx: CouncilTransaction<RecordsTables>,
  columns: readonly string[],
  from: string,
  parameters: readonly unknown[],
): Promise<unknown[][]> {
  const packed = columns.map((column) => `json_agg(${column})::text`);
  const [row = []] = await tx.rows(`select ${packed.join(', ')} ${from}`, parameters);
  const values = row.map((text) =>
    typeof text === 'string' ? (JSON.parse(text) as unknown[]) : [],
  );
  const rows = new Array<unknown[]>(values[0]?.length ?? 0);
  // Loops, not one closure for each row: a third of the time over ten thousand rows.
  for (let at = 0; at < rows.length; at += 1) {
    const of = new Array<unknown>(values.length);
    for (let column = 0; column < of.length; column += 1) of[column] = values[column]?.[at];
    rows[at] = of;
  }
  return rows;
}
