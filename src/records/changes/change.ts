import type { RecordRow } from '../revisions/record-row.ts';
import type { ChangeKind } from './change-kind.ts';

/** Two states of the records: what was known after the one revision and after the other. */
export interface Between {
  /** 0 is before the first. */
  readonly from: number;
  readonly until: number;
}

/** To which changes a reader narrows the list. */
export interface ChangesFilter {
  readonly table?: string | undefined;
  readonly kind?: ChangeKind | undefined;
  /** The revision that touched the record last. */
  readonly cause?: number | undefined;
  /** Whose records alone. */
  readonly childIds?: readonly string[] | undefined;
}

export type ChangesOrder = 'change' | 'records' | 'child' | 'cause';

/** What became of one record. */
export interface Change {
  readonly table: string;
  readonly childId: string | null;
  readonly kind: ChangeKind;
  /** The last revision that touched it. */
  readonly revision: number;
  /** What it said at either state; what it said between where it stood at neither. */
  readonly before: RecordRow | null;
  readonly after: RecordRow | null;
  readonly passing: RecordRow | null;
}
