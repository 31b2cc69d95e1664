import type { PlainDate } from '../../core/plain-date.ts';
import type { SourceFile } from '../files/source-file.ts';
import type { SavedMapping } from '../mappings/saved-mapping.ts';

/** Where an import was asked for. */
export type ImportOrigin = 'upload' | 'command line' | 'demonstration';

/** What to import, for which council, on whose word. */
export interface ImportRequest {
  readonly authority: string;
  readonly importId: string;
  readonly requestedBy: string;
  readonly reason: string;
  readonly sources: readonly SourceFile[];
  readonly today: PlainDate;
  /** Saved mappings of the council, tried on files of no known layout by their header. */
  readonly mappings: readonly SavedMapping[];
  /** Told how far the import has come; must return at once. */
  readonly onProgress: (stage: string, done: number, total: number) => void;
}

/** What became of one file. Rows = accepted + rejected. */
export interface FileOutcome {
  readonly path: string;
  readonly kind: string;
  readonly returnYear: number | undefined;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Accepted rows for which another row stands: a later return's, or an identical one. */
  readonly superseded: number;
  /** Accepted rows that a history rule altered: closed by a later return, cut at the next episode. */
  readonly repaired: number;
  /** Records that are new because of this file. */
  readonly added: number;
  /** Records already held that this file changed. */
  readonly changed: number;
  /** Why the whole file was refused; absent when it was read. */
  readonly problem?: string;
}

/** Findings of one rule, counted. */
export interface FindingCount {
  readonly severity: string;
  readonly rule: string;
  readonly count: number;
  readonly example: string;
}

/** What an import did. */
export interface ImportOutcome {
  readonly importId: string;
  readonly files: readonly FileOutcome[];
  readonly findings: readonly FindingCount[];
}

/** 0 all taken, 1 some rows rejected, 2 a file refused. */
export function exitCodeOf(outcome: ImportOutcome): 0 | 1 | 2 {
  if (outcome.files.some((file) => file.problem !== undefined)) return 2;
  return outcome.files.some((file) => file.rejected > 0) ? 1 : 0;
}
