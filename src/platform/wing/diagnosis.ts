/** What one look at the set-up found. */
export interface Diagnosis {
  /** `look` is no fault yet, but somebody should know. */
  readonly state: 'well' | 'look' | 'wrong';
  readonly what: string;
  /** What to do about it; not for what is well. */
  readonly remedy?: string;
}

/** All is well with this. */
export function well(what: string): Diagnosis {
  return { state: 'well', what };
}
