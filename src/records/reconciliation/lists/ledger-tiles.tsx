import type { VNode } from 'preact';
import { penceOf, wholePounds } from '../../../core/money.ts';
import { FigureTiles } from '../../../platform/components/figure-tiles.tsx';
import type { LedgerRow } from '../ledger/ledger-row.ts';
import { ledgerSums } from '../ledger/sums.ts';

/** What both sides of the comparison come to, by how their rows stand. */
export function LedgerTiles({ rows }: { readonly rows: readonly LedgerRow[] }): VNode {
  const sums = ledgerSums(rows);
  const tile = (label: string, amount: number, note: string) => ({
    ...{ label, value: wholePounds(penceOf(amount)), note },
  });
  return (
    <FigureTiles
      tiles={[
        tile('General ledger', sums.ledger, 'all lines of the year'),
        tile('Matched', sums.matched, 'the same on both sides'),
        tile('Under another code', sums.otherCode, 'the same amount on both sides'),
        tile('In the ledger only', sums.ledgerOnly, 'not in payments'),
        tile('In payments only', sums.paymentsOnly, 'not in the ledger'),
        tile('Payments', sums.payments, 'all runs of the year'),
      ]}
    />
  );
}
