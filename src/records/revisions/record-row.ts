import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { RecordTable } from './record-tables.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** A record as its row is, by the names of its columns; days as ISO text. */
export type RecordRow = Readonly<Record<string, unknown>>;

/** What names a record within its table, as one text. */
export function keyOf({ keyColumns }: RecordTable, row: RecordRow): string {
  return keyColumns.map((name) => String(row[name])).join('|');
}

/** Whether two rows say the same, and say it of the same place: when that became known is no matter. */
export function isSameRecord(one: RecordRow | undefined, other: RecordRow | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return Object.keys({ ...one, ...other }).every(
    (name) => name === 'revision' || JSON.stringify(one[name]) === JSON.stringify(other[name]),
  );
}

/** The rows of a table that became what they are after a revision. */
export async function rowsSince(
  tx: Transaction,
  { table }: RecordTable,
  revision: number,
): Promise<readonly RecordRow[]> {
  const rows = await tx.rows(
    `select to_jsonb(t) from ${table} t where t.authority_id = $1 and t.revision > $2`,
    [tx.authority, revision],
  );
  return rows.map(([row]) => row as RecordRow);
}

function places(names: readonly string[], first: number): string[] {
  return names.map((name, at) => `${name} = $${at + first}`);
}

/** Takes a record out of what stands. */
export async function removeRow(
  tx: Transaction,
  { table, keyColumns }: RecordTable,
  row: RecordRow,
): Promise<void> {
  await tx.rows(
    `delete from ${table} where authority_id = $1 and ${places(keyColumns, 2).join(' and ')}`,
    [tx.authority, ...keyColumns.map((name) => row[name])],
  );
}

/** Adds records as they are. */
export async function addRows(
  tx: Transaction,
  { table }: RecordTable,
  rows: readonly RecordRow[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first).filter((name) => name !== 'authority_id');
  const values = rows.map((row) => columns.map((name) => row[name] ?? null));
  await tx.insertMany(table, columns, values);
}

/** Writes a record over the one of its key. */
export async function changeRow(
  tx: Transaction,
  { table, keyColumns }: RecordTable,
  row: RecordRow,
): Promise<void> {
  const written = Object.keys(row).filter(
    (name) => !['authority_id', 'revision', ...keyColumns].includes(name),
  );
  await tx.rows(
    `update ${table} set ${places(written, keyColumns.length + 2).join(', ')}
     where authority_id = $1 and ${places(keyColumns, 2).join(' and ')}`,
    [
      ...[tx.authority, ...keyColumns.map((name) => row[name])],
      ...written.map((name) => row[name] ?? null),
    ],
  );
}
