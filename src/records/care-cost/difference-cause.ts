import type { Pence } from '../../core/money.ts';
import type { DayNumber } from '../../core/plain-date.ts';
import type { CostElementKind } from '../model.ts';

interface OfElement {
  readonly element: CostElementKind;
  /** The nights it is about: from the first to the first no longer among them. */
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** What it adds to paid less due. */
  readonly amount: number;
}

/** Something exact that makes paid differ from due. */
export type DifferenceCause = OfElement &
  (
    | { readonly kind: 'not-committed' }
    /** Nights that are due and that no payment covers, with their rate where it is one. */
    | { readonly kind: 'no-payment' | 'not-covered'; readonly rate: Pence | undefined }
    | { readonly kind: 'paid-twice'; readonly accrued: boolean }
    /** Nights that payments cover and nothing is committed for, at the rate beside them. */
    | { readonly kind: 'nights-after' | 'nights-before'; readonly rate: Pence }
    /** Nights that one payment is more or less than its own nights come to. */
    | {
        readonly kind: 'nights-in-payment';
        readonly nights: number;
        readonly rate: Pence;
        /** The weekly rate that the payment comes to. */
        readonly paid: Pence;
      }
    | { readonly kind: 'other-rate'; readonly paid: Pence; readonly committed: Pence }
    /** Paid at one rate throughout nights that cost more than one. */
    | { readonly kind: 'one-rate'; readonly paid: Pence }
    | { readonly kind: 'nothing-due'; readonly paid: Pence }
    /** Where the difference is, and not why. */
    | { readonly kind: 'other-amount'; readonly paid: Pence; readonly committed: Pence }
  );

/** What one child's difference comes from. */
export interface Explanation {
  /** The largest first. */
  readonly causes: readonly DifferenceCause[];
  /** So many nights at one of the child's rates come to the whole difference, where no cause is found. */
  readonly nights: { readonly count: number; readonly rate: Pence } | undefined;
  /** Whether causes or nights come to the difference. */
  readonly isWhole: boolean;
}
