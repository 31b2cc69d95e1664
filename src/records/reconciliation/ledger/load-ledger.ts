import type { FinancialYear } from '../../../core/financial-year.ts';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { ReadingRequest } from '../../../platform/http/route.ts';
import { hiddenChildren } from '../../restrictions/seen-by.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { recordsVersion } from '../../storage/records-version.ts';
import type { LedgerRow } from './ledger-row.ts';
import { loadLines } from './load-lines.ts';
import { loadOfHidden } from './load-of-hidden.ts';
import { loadPaid } from './load-paid.ts';
import { matched } from './match.ts';
import { rowsSeen } from './rows.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/**
 * The general ledger of a year against the payments of its runs, as the reader may see it; empty where
 * no line of the ledger is held for the year. It is matched whole, for a posting pays hidden children
 * together with others, and then told of the others alone.
 */
export async function loadLedger(
  request: Pick<ReadingRequest, 'council' | 'read' | 'wholeGround' | 'today'>,
  year: FinancialYear,
): Promise<readonly LedgerRow[]> {
  const hidden = [...(await request.read((tx: Transaction) => hiddenChildren(tx)))].toSorted();
  return request.wholeGround.read<RecordsTables, readonly LedgerRow[]>(
    request.council.code,
    async (tx) => {
      const what = JSON.stringify([
        ...['ledger against payments', year.label, request.today, hidden],
      ]);
      return tx.remembered({ what, version: await recordsVersion(tx) }, async () => {
        const { startYear } = year;
        const lines = await loadLines(tx, [startYear]);
        if (lines.length === 0) return [];
        const paid = await loadPaid(tx, year, request.today, hidden);
        const beside = await loadLines(tx, [startYear - 1, startYear + 1]);
        return rowsSeen(matched(lines, paid, beside), await loadOfHidden(tx, hidden));
      });
    },
  );
}
