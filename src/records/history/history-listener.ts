import type { ReturnModuleKind } from '../returns/return-module.ts';
import type { Repair } from './repair.ts';
import type { ReportedRecord } from './reported-record.ts';

/** Told what happens to the rows of each file while several returns become one history. */
export interface HistoryListener {
  /** Another row stands for the same record. */
  superseded(record: ReportedRecord): void;
  /** The row says the same as an earlier one of the same file, and one of the two is kept. */
  identical(module: ReturnModuleKind, record: ReportedRecord): void;
  /** The row was altered by a rule: its end was filled in or cut. */
  repaired(record: ReportedRecord): void;
  /** An entry for the log of repairs. */
  logged(repair: Repair): void;
}
