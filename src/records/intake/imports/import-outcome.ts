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
  /** Records already held that this file, which is whole, no longer holds. */
  readonly withdrawn: number;
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
  /** The newest import before it, where that brought the very same files, so that they were not read again. */
  readonly sameAs?: string;
}

/** 0 all taken, 1 some rows rejected, 2 a file refused. */
export function exitCodeOf(outcome: ImportOutcome): 0 | 1 | 2 {
  if (outcome.files.some((file) => file.problem !== undefined)) return 2;
  return outcome.files.some((file) => file.rejected > 0) ? 1 : 0;
}
