import type { ReturnModuleKind } from '../returns/return-module.ts';

/** One record of one child as a return reports it, and where it stood. */
export interface ReportedRecord {
  /** Values in the order of the module's columns. */
  readonly values: readonly (string | null)[];
  /** The return that reports it; 0 for a child known only from other records. */
  readonly returnYear: number;
  /** Number of the file within this import; undefined for what was already stored. */
  readonly file: number | undefined;
  /** The line of the file on which it starts; undefined for what was already stored. */
  readonly line?: number;
  /** Whether a row without a night, for which this one stands, began the period of care on the same day (RNE S). */
  readonly startedSameDay?: boolean;
}

/** How the records of one module are told apart and compared. */
export interface RecordShape {
  readonly module: ReturnModuleKind;
  /** Names of the columns, as the return writes them. */
  readonly columns: readonly string[];
  /** Positions of the columns that, with the child, name one record. Empty: one record a child. */
  readonly key: readonly number[];
  /** Positions of the columns that are kept, and so compared. */
  readonly kept: readonly number[];
  /** Whether each return has its own record (OC2, OC3), so that no return replaces another's. */
  readonly perReturn: boolean;
}

/** The name of a record within its child: `2019-07-05`, or the return year for modules with one record a return. */
export function recordKey(shape: RecordShape, record: ReportedRecord): string {
  if (shape.perReturn) return String(record.returnYear);
  const first = shape.key[0];
  if (first === undefined) return '';
  if (shape.key.length === 1) return record.values[first] ?? '';
  return shape.key.map((position) => record.values[position] ?? '').join(' ');
}

/** Whether an episode starts and ends on one day, and so holds no night. */
export function isWithoutNights(shape: RecordShape, { values }: ReportedRecord): boolean {
  if (shape.module !== 'episodes') return false;
  const dec = values[shape.columns.indexOf('DEC')] ?? null;
  return dec !== null && dec === values[shape.columns.indexOf('DECOM')];
}
