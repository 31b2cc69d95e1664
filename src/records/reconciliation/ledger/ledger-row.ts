import type { Pence } from '../../../core/money.ts';
import type { PlainDate } from '../../../core/plain-date.ts';
import type { MatchRule } from './rules.ts';

/** How a line or a payment stands in the comparison. */
export const LEDGER_STATES = [
  'matched',
  'other-code',
  'ledger-only',
  'payments-only',
  'cancelled',
] as const;
export type LedgerState = (typeof LEDGER_STATES)[number];

/** A match, or what is on one side alone, as the reader may see it. */
export type LedgerRow = {
  readonly state: LedgerState;
  readonly rule: MatchRule | 'cancelled' | null;
  readonly why: string | null;
  readonly costCentre: string | null;
  readonly subjective: string | null;
  /** The code under which it was paid, where that is another. */
  readonly paidUnder: string | null;
  readonly postedOn: PlainDate | null;
  readonly runDate: PlainDate | null;
  readonly journal: string | null;
  readonly journalType: string | null;
  readonly reference: string | null;
  readonly supplier: string | null;
  readonly description: string | null;
  readonly ledger: Pence | null;
  readonly payments: Pence | null;
  /** The months, April being 0, in which the ledger and the payments have it. */
  readonly ledgerMonth: number | null;
  readonly paidMonth: number | null;
};
