import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import {
  addRows,
  changeRow,
  keyOf,
  type RecordRow,
  removeRow,
  rowsSince,
} from '../../revisions/record-row.ts';
import { RECORD_TABLES, type RecordTable } from '../../revisions/record-tables.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** Records by table and key as they stood before something was tried; undefined for one that did not stand. */
export type StoodBefore = Map<RecordTable, Map<string, RecordRow | undefined>>;

/** What stood of a table at a revision and does not stand so any more. */
async function versionsAt(
  tx: Transaction,
  { table }: RecordTable,
  revision: number,
): Promise<readonly RecordRow[]> {
  const rows = await tx.rows(
    `select record from record_version
     where authority_id = $1 and table_name = $2 and known_from <= $3 and known_until > $3`,
    [tx.authority, table, revision],
  );
  return rows.map(([record]) => record as RecordRow);
}

/** A child of whom nothing is known but the identifier. */
function unknownChild(row: RecordRow): RecordRow {
  const nothing = Object.fromEntries(Object.keys(row).map((name) => [name, null]));
  const { authority_id, child_id, import_id, revision } = row;
  return { ...nothing, authority_id, child_id, import_id, revision, return_year: 0 };
}

async function restoreTable(tx: Transaction, table: RecordTable, revision: number) {
  const before = new Map<string, RecordRow | undefined>();
  const versions = await versionsAt(tx, table, revision);
  const stood = new Map(versions.map((row) => [keyOf(table, row), row]));
  const since = await rowsSince(tx, table, revision);
  for (const row of since) {
    const key = keyOf(table, row);
    before.set(key, row);
    const earlier = stood.get(key);
    // Other records may refer to a child, who stays, if only by the identifier.
    if (table.table === 'child') await changeRow(tx, table, earlier ?? unknownChild(row));
    else await removeRow(tx, table, row);
  }
  const back = versions.filter((row) => table.table !== 'child' || !before.has(keyOf(table, row)));
  for (const key of stood.keys()) if (!before.has(key)) before.set(key, undefined);
  await addRows(tx, table, back);
  return before;
}

/** Has the tables of the records hold what was known at a revision; gives what they held of it before. The transaction is a try and is not kept. */
export async function restoreTo(tx: Transaction, revision: number): Promise<StoodBefore> {
  const before: StoodBefore = new Map();
  for (const table of RECORD_TABLES) before.set(table, await restoreTable(tx, table, revision));
  return before;
}
