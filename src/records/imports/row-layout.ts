import type { RecordShape, ReportedRecord } from '../history/reported-record.ts';
import type { ReturnModuleKind } from '../returns/return-module.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { recordShape, returnStorage } from '../storage/return-storage.ts';

/** How a module's records lie in their table. An episode has both the end reported and the end that holds. */
export interface RowLayout {
  readonly kind: ReturnModuleKind;
  readonly shape: RecordShape;
  readonly table: keyof RecordsTables;
  /** Columns written: the module's own, for episodes the settled end, and the return year. */
  readonly columns: readonly string[];
  readonly keyColumns: readonly string[];
}

const REPORTED: Readonly<Record<string, string>> = { dec: 'reported_dec', rec: 'reported_rec' };

/** The layout of a module's table. */
export function rowLayout(kind: ReturnModuleKind): RowLayout {
  const { table, tableColumns, keyColumns } = returnStorage(kind);
  const own =
    kind === 'episodes'
      ? [...tableColumns.map((name) => REPORTED[name] ?? name), 'dec', 'rec']
      : tableColumns;
  return {
    kind,
    shape: recordShape(kind),
    table,
    columns: [...own, 'return_year'],
    keyColumns: ['child_id', ...keyColumns],
  };
}

/** The row to write for a record; `end` is an episode's settled DEC and REC. */
export function rowOf(
  layout: RowLayout,
  record: ReportedRecord,
  end: readonly (string | null)[],
): readonly unknown[] {
  const own = layout.shape.kept.map((position) => record.values[position] ?? null);
  return [...own, ...end, record.returnYear];
}
