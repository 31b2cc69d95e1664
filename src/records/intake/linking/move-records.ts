import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import { addRows, keyOf, type RecordRow, removeRow } from '../../revisions/record-row.ts';
import { RECORD_TABLES, type RecordTable } from '../../revisions/record-tables.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** What became of the records of an identifier that follows another. */
export interface Moved {
  readonly moved: number;
  /** How many did not follow, for the other identifier has one of the same key; they are withdrawn. */
  readonly leftOut: number;
}

/** A child's details and name belong to the identifier and stay with it. */
const STAY: ReadonlySet<string> = new Set(['child', 'child_name']);

const MOVE: readonly RecordTable[] = RECORD_TABLES.filter(
  ({ table, keyColumns }) => keyColumns.includes('child_id') && !STAY.has(table),
);

async function rowsOf(tx: Transaction, { table }: RecordTable, childId: string) {
  const rows = await tx.rows(
    `select to_jsonb(t) from ${table} t where t.authority_id = $1 and t.child_id = $2`,
    [tx.authority, childId],
  );
  return rows.map(([row]) => row as RecordRow);
}

/** What names a line of a cost beside its key; of payments every line is one of its own. */
const LABELS = ['provider', 'cost_centre', 'subjective'];

/** The rows of a table of which one key may have several lines, each the next of its key; none of a cost whose labels another line has. */
function nextLines(table: RecordTable, standing: readonly RecordRow[], rows: RecordRow[]) {
  const keyColumns = table.keyColumns.filter((name) => name !== 'occurrence');
  const labelled = { ...table, keyColumns: [...keyColumns, ...LABELS] };
  const named = new Set(standing.map((row) => keyOf(labelled, row)));
  const most = new Map<string, number>();
  for (const row of standing) {
    const key = keyOf({ ...table, keyColumns }, row);
    most.set(key, Math.max(most.get(key) ?? 0, Number(row.occurrence)));
  }
  return rows
    .filter((row) => table.table !== 'cost_element' || !named.has(keyOf(labelled, row)))
    .sort((one, other) => Number(one.occurrence) - Number(other.occurrence))
    .map((row) => {
      const key = keyOf({ ...table, keyColumns }, row);
      const occurrence = (most.get(key) ?? 0) + 1;
      most.set(key, occurrence);
      return { ...row, occurrence };
    });
}

async function moveTable(
  tx: Transaction,
  table: RecordTable,
  childId: string,
  follows: string,
): Promise<Moved> {
  const theirs = await rowsOf(tx, table, childId);
  if (theirs.length === 0) return { moved: 0, leftOut: 0 };
  const standing = await rowsOf(tx, table, follows);
  const renamed = theirs.map(({ revision: _, ...row }) => ({ ...row, child_id: follows }));
  const held = new Set(standing.map((row) => keyOf(table, row)));
  const moving = table.keyColumns.includes('occurrence')
    ? nextLines(table, standing, renamed)
    : renamed.filter((row) => !held.has(keyOf(table, row)));
  for (const row of theirs) await removeRow(tx, table, row);
  await addRows(tx, table, moving);
  return { moved: moving.length, leftOut: theirs.length - moving.length };
}

/** Has every record of one identifier stand under another, with the import, file and line that said it. */
export async function moveRecords(
  tx: Transaction,
  childId: string,
  follows: string,
): Promise<Moved> {
  const all = { moved: 0, leftOut: 0 };
  for (const table of MOVE) {
    const { moved, leftOut } = await moveTable(tx, table, childId, follows);
    all.moved += moved;
    all.leftOut += leftOut;
  }
  return all;
}
