import type { RecordShape, ReportedRecord } from '../../history/reported-record.ts';
import type { ReturnModuleKind } from '../../returns/return-module.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { recordShape, returnStorage } from '../../storage/return-storage.ts';

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
      ? [...tableColumns.map((name) => REPORTED[name] ?? name), 'dec', 'rec', 'replaced_rne']
      : tableColumns;
  return {
    kind,
    shape: recordShape(kind),
    table,
    columns: [...own, 'return_year'],
    keyColumns: ['child_id', ...keyColumns],
  };
}

/** The columns that say where a row was said last. */
export const SAID_COLUMNS = ['import_id', 'file_number', 'line'] as const;

/** Which import, file and line say a record. */
export function saidBy(importId: string, { file, line }: Pick<ReportedRecord, 'file' | 'line'>) {
  return [importId, file ?? null, line ?? null] as const;
}

/** Where the columns are that are more than what a return reports; -1 in modules other than episodes. */
export function settledAt({ columns }: RowLayout) {
  const at = (name: string) => columns.indexOf(name);
  return {
    reportedDec: at('reported_dec'),
    dec: at('dec'),
    rec: at('rec'),
    replacedRne: at('replaced_rne'),
  };
}

/** What is settled of an episode: its end, and RNE where a row of the same day makes it S. */
export interface Settled {
  readonly dec: string | null;
  readonly rec: string | null;
}

/** The row to write for a record, `settled` for an episode. */
export function rowOf(layout: RowLayout, record: ReportedRecord, settled?: Settled): unknown[] {
  const own: unknown[] = layout.shape.kept.map((position) => record.values[position] ?? null);
  if (settled === undefined) return [...own, record.returnYear];
  const rne = layout.columns.indexOf('rne');
  const replaced = record.startedSameDay === true ? (own[rne] ?? '') : null;
  if (replaced !== null) own[rne] = 'S';
  return [...own, settled.dec, settled.rec, replaced, record.returnYear];
}
