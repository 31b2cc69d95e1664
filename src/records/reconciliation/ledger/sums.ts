import { type Pence, penceOf } from '../../../core/money.ts';
import { codeKey, type LedgerCode } from '../ledger-code.ts';
import { MONTHS } from '../months.ts';
import type { LedgerRow, LedgerState } from './ledger-row.ts';

/** What a side of the comparison comes to, by how its rows stand: the parts make up the whole. */
export interface LedgerSums {
  readonly ledger: Pence;
  readonly payments: Pence;
  readonly matched: Pence;
  readonly otherCode: Pence;
  readonly ledgerOnly: Pence;
  readonly paymentsOnly: Pence;
  /** Of the ledger, and of the payments: nought unless a filter, or the year’s edge, takes half of a pair. */
  readonly cancelledInLedger: Pence;
  readonly cancelledInPayments: Pence;
}

function sum(rows: readonly LedgerRow[], side: 'ledger' | 'payments', state?: LedgerState): Pence {
  const own = state === undefined ? rows : rows.filter((row) => row.state === state);
  return penceOf(own.reduce((so, row) => so + (row[side] ?? 0), 0));
}

/** What the rows come to. */
export function ledgerSums(rows: readonly LedgerRow[]): LedgerSums {
  return {
    ledger: sum(rows, 'ledger'),
    payments: sum(rows, 'payments'),
    matched: sum(rows, 'ledger', 'matched'),
    otherCode: sum(rows, 'ledger', 'other-code'),
    ledgerOnly: sum(rows, 'ledger', 'ledger-only'),
    paymentsOnly: sum(rows, 'payments', 'payments-only'),
    cancelledInLedger: sum(rows, 'ledger', 'cancelled'),
    cancelledInPayments: sum(rows, 'payments', 'cancelled'),
  };
}

/** What the ledger has under a code in each month of its accounting periods, and what of it is taken out again. */
export function ledgerByMonth(
  rows: readonly LedgerRow[],
  code: LedgerCode,
): readonly { readonly all: Pence; readonly cancelled: Pence }[] {
  const key = codeKey(code);
  const own = rows.filter((row) => row.ledger !== null && codeKey(row) === key);
  return Array.from({ length: MONTHS }, (_, at) => {
    const ofMonth = own.filter(({ ledgerMonth }) => ledgerMonth === at);
    return { all: sum(ofMonth, 'ledger'), cancelled: sum(ofMonth, 'ledger', 'cancelled') };
  });
}
