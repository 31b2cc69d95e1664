import type { LedgerState } from '../ledger/ledger-row.ts';

const STATES_IN_WORDS: Readonly<Record<LedgerState, string>> = {
  matched: 'Matched',
  'other-code': 'Under another code',
  'ledger-only': 'In the ledger only',
  'payments-only': 'In payments only',
  cancelled: 'Taken out again',
};

/** The colours of their tags. */
export const STATE_COLOURS = {
  matched: 'green',
  'other-code': 'orange',
  'ledger-only': 'red',
  'payments-only': 'yellow',
  cancelled: 'grey',
} as const;

/** A state in words. */
export const words = (state: string) => STATES_IN_WORDS[state as LedgerState];
