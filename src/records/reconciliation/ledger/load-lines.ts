import { penceOf } from '../../../core/money.ts';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import { packedRows } from '../../storage/packed-rows.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import type { LedgerItem } from './items.ts';
import { textOrNone } from './text-or-none.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** The lines of the general ledger of some years, by their accounting periods. */
export async function loadLines(tx: Transaction, years: readonly number[]): Promise<LedgerItem[]> {
  const rows = await packedRows(
    tx,
    [
      ...['journal', `posted_on - date '1970-01-01'`, 'period', 'cost_centre', 'subjective'],
      ...['amount', 'supplier', 'reference', 'description', 'journal_type'],
    ],
    'from ledger_line where authority_id = $1 and start_year = any($2)',
    [tx.authority, years],
  );
  return rows.map((row) => ({
    journal: String(row[0]),
    day: Number(row[1]),
    month: Number(row[2]) - 1,
    costCentre: textOrNone(row[3]),
    subjective: textOrNone(row[4]),
    amount: penceOf(Number(row[5])),
    supplier: textOrNone(row[6]),
    reference: textOrNone(row[7]),
    description: textOrNone(row[8]),
    journalType: textOrNone(row[9]),
  }));
}
