import type { FinancialYear } from '../../../core/financial-year.ts';
import { penceOf } from '../../../core/money.ts';
import { dateOfDayNumber } from '../../../core/plain-date.ts';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { ReadingRequest } from '../../../platform/http/route.ts';
import { hiddenChildren } from '../../restrictions/seen-by.ts';
import { packedRows } from '../../storage/packed-rows.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { recordsVersion } from '../../storage/records-version.ts';
import { loadReplaced } from '../load-codes.ts';
import { monthAt } from '../months.ts';
import type { LedgerItem, PaidItem } from './items.ts';
import { matched } from './match.ts';
import { type LedgerRow, rowsSeen } from './rows.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const text = (value: unknown) => (value === null || value === '' ? null : String(value));

/** The lines of the general ledger of a year, by its accounting periods. */
async function loadLines(tx: Transaction, year: FinancialYear): Promise<LedgerItem[]> {
  const rows = await packedRows(
    tx,
    [
      ...['journal', `posted_on - date '1970-01-01'`, 'period', 'cost_centre', 'subjective'],
      ...['amount', 'supplier', 'reference', 'description', 'journal_type'],
    ],
    'from ledger_line where authority_id = $1 and start_year = $2',
    [tx.authority, year.startYear],
  );
  return rows.map((row) => ({
    journal: String(row[0]),
    day: Number(row[1]),
    month: Number(row[2]) - 1,
    costCentre: text(row[3]),
    subjective: text(row[4]),
    amount: penceOf(Number(row[5])),
    supplier: text(row[6]),
    reference: text(row[7]),
    description: text(row[8]),
    journalType: text(row[9]),
  }));
}

/** The actual payments that runs of a year made and no later one corrects, added up by the database: one item a reference, supplier, code and run. */
async function loadPaid(
  tx: Transaction,
  year: FinancialYear,
  hidden: readonly string[],
): Promise<PaidItem[]> {
  const replaced = [...(await loadReplaced(tx))];
  const rows = await packedRows(
    tx,
    [
      ...['payment_ref', 'provider', 'cost_centre', 'subjective'],
      ...[`run_date - date '1970-01-01'`, 'gross', 'hidden', 'seen'],
    ],
    `from (
       select payment_ref, provider, cost_centre, subjective, run_date, sum(gross) as gross,
         coalesce(sum(gross) filter (where child_id = any($5)), 0) as hidden,
         count(*) filter (where child_id <> all($5)) as seen
       from payment
       where authority_id = $1 and status = 'actual' and run_date between $2 and $3
         and payment_ref <> all($4)
       group by payment_ref, provider, cost_centre, subjective, run_date
     ) as paid`,
    [tx.authority, year.firstDay, year.lastDay, replaced, hidden],
  );
  return rows.map((row): PaidItem => {
    const day = Number(row[4]);
    return {
      ...{ reference: text(row[0]), supplier: text(row[1]) },
      ...{ costCentre: text(row[2]), subjective: text(row[3]), day },
      amount: penceOf(Number(row[5])),
      hidden: penceOf(Number(row[6])),
      isSeen: Number(row[7]) > 0,
      month: monthAt(dateOfDayNumber(day)),
    };
  });
}

/**
 * The general ledger of a year against the payments of its runs, as the reader may see it; empty where
 * no line of the ledger is held for the year. It is matched whole, for a posting pays hidden children
 * together with others, and then told of the others alone.
 */
export async function loadLedger(
  request: ReadingRequest,
  year: FinancialYear,
): Promise<readonly LedgerRow[]> {
  const hidden = [...(await request.read((tx: Transaction) => hiddenChildren(tx)))].toSorted();
  return request.wholeGround.read<RecordsTables, readonly LedgerRow[]>(
    request.council.code,
    async (tx) => {
      const what = JSON.stringify(['ledger against payments', year.label, hidden]);
      return tx.remembered({ what, version: await recordsVersion(tx) }, async () => {
        const lines = await loadLines(tx, year);
        if (lines.length === 0) return [];
        const paid = await loadPaid(tx, year, hidden);
        return rowsSeen(matched(lines, paid), paid);
      });
    },
  );
}
