import type { House } from '../wing/house.ts';

/** When work is due: each hour at its beginning, or each night at an hour of the council's clock. */
export type Cadence =
  | { readonly every: 'hour' }
  | {
      readonly every: 'night';
      /** The hour on the council's clock, 0 to 23. */
      readonly at: number;
    };

/** Work that is due by the clock, for each council. */
export interface ScheduledJob {
  /** Stored and never changed, the wing first: `records.old-uploads`. */
  readonly name: string;
  /** What it does, as a heading: `Let go of old uploads`. */
  readonly title: string;
  readonly when: Cadence;
  /**
   * Does the work for one council and says what it did, in a sentence without a name of a child. Safe
   * to repeat: it is begun again when it failed or its process died. `signal` is aborted when it must end.
   */
  readonly work: (house: House, authority: string, signal: AbortSignal) => Promise<string>;
}
