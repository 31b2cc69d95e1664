import type { PlainDate } from '../../core/plain-date.ts';
import type { Severity } from '../model.ts';
import type { Verdict } from '../storage/finding-decisions.ts';

/** The latest that was decided on a finding. */
export interface FindingDecision {
  readonly number: number;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly mender: string | null;
  /** Null for a team that was typed, and in decisions from before menders stood by id. */
  readonly menderId: string | null;
  readonly mendBy: PlainDate | null;
  readonly decidedBy: string;
  readonly decidedAt: Date;
}

/** One finding as the list shows it, of a file or of what is recorded now. */
export interface FindingRow {
  readonly severity: Severity;
  readonly rule: string;
  readonly childId: string | null;
  readonly kind: string;
  /** The return year; 0 for what belongs to none. */
  readonly returnYear: number;
  readonly path: string | null;
  readonly line: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly message: string;
  /** Null for what the rules find now, of no import. */
  readonly importId: string | null;
  readonly resolved: boolean;
  /** The import that no longer found it. */
  readonly resolvedImportId: string | null;
  /** What it is about, as decisions name it. */
  readonly subjectKey: string;
  /** How many open findings say the same of the same, this one included. */
  readonly alike: number;
  /** Whether the latest decision puts it off the open list. */
  readonly decided: boolean;
  readonly decision: FindingDecision | undefined;
}

/** The kind of what the rules find in costs and placements together, in no file. */
export const RECORDED_NOW = 'costs_and_placements';

/** A kind of record in words. */
export function kindName(kind: string): string {
  const words = kind.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
