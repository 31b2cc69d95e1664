import type { FinancialYear } from '../../core/financial-year.ts';
import { type Pence, penceOf } from '../../core/money.ts';
import { isoDate, type PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { LedgerCode } from './ledger-code.ts';
import { loadReplaced } from './load-replaced.ts';

/** What one run paid under a code. */
export interface RunOfCode {
  readonly runDate: PlainDate;
  readonly lines: number;
  readonly paid: Pence;
}

/** The runs of a year, up to a day, that paid something under a code, in order: actual payments that no later one corrects. */
export async function loadRunsOfCode(
  tx: CouncilTransaction<RecordsTables>,
  year: FinancialYear,
  today: PlainDate,
  { costCentre, subjective }: LedgerCode,
): Promise<readonly RunOfCode[]> {
  const rows = await tx.rows(
    `select run_date::text, count(*), sum(gross) from payment
     where authority_id = $1 and status = 'actual' and run_date between $2 and $3
       and coalesce(cost_centre, '') = $4 and coalesce(subjective, '') = $5
       and payment_ref <> all($6)
     group by run_date order by run_date`,
    [
      ...[tx.authority, year.firstDay, today < year.lastDay ? today : year.lastDay],
      ...[costCentre ?? '', subjective ?? '', [...(await loadReplaced(tx, today))]],
    ],
  );
  return rows.map(([runDate, lines, paid]) => ({
    runDate: isoDate(String(runDate)),
    lines: Number(lines),
    paid: penceOf(Number(paid)),
  }));
}
