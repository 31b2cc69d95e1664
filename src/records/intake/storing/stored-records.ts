import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import { type ReportedRecord, recordKey } from '../../history/reported-record.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { type RowLayout, SAID_COLUMNS, settledAt } from './row-layout.ts';
import { rowsAbout } from './rows-about.ts';

/** A record as its row stands in the table. */
export interface StoredRecord {
  readonly reported: ReportedRecord;
  /** Values in the order of the layout's columns. */
  readonly row: readonly unknown[];
}

function reportedOf(layout: RowLayout, row: readonly unknown[]): ReportedRecord {
  const values: (string | null)[] = layout.shape.columns.map(() => null);
  layout.shape.kept.forEach((position, at) => {
    values[position] = row[at] === null || row[at] === undefined ? null : String(row[at]);
  });
  const reported = { values, returnYear: Number(row[layout.columns.length - 1]), file: undefined };
  const replaced = row[settledAt(layout).replacedRne];
  if (typeof replaced !== 'string') return reported;
  values[layout.shape.columns.indexOf('RNE')] = replaced === '' ? null : replaced;
  return { ...reported, startedSameDay: true };
}

/** The stored records of some children, by child and by the record's key. */
export async function storedRecords(
  tx: CouncilTransaction<RecordsTables>,
  layout: RowLayout,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, StoredRecord>>> {
  const rows = await rowsAbout(tx, layout.table, layout.columns, 'child_id', childIds);
  const found = new Map<string, Map<string, StoredRecord>>();
  for (const row of rows) {
    const childId = String(row[0]);
    const reported = reportedOf(layout, row);
    const records = found.get(childId) ?? new Map<string, StoredRecord>();
    records.set(recordKey(layout.shape, reported), { reported, row });
    found.set(childId, records);
  }
  return found;
}

/** Writes a changed record over its row, with where it is said now if it is said anew; what stood before is kept as a version. */
export async function updateRecord(
  tx: CouncilTransaction<RecordsTables>,
  layout: RowLayout,
  row: readonly unknown[],
): Promise<void> {
  const columns =
    row.length > layout.columns.length ? [...layout.columns, ...SAID_COLUMNS] : layout.columns;
  const written = columns.filter((name) => !layout.keyColumns.includes(name));
  const at = (name: string) => row[columns.indexOf(name)] ?? null;
  const settings = written.map((name, position) => `${name} = $${position + 2}`);
  const keys = layout.keyColumns.map((name, at) => `${name} = $${written.length + at + 2}`);
  await tx.rows(
    `update ${layout.table} set ${settings.join(', ')}
     where authority_id = $1 and ${keys.join(' and ')}`,
    [tx.authority, ...written.map(at), ...layout.keyColumns.map(at)],
  );
}
