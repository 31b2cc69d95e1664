import type { FinancialYear } from '../../../core/financial-year.ts';
import { penceOf } from '../../../core/money.ts';
import { dateOfDayNumber, type PlainDate } from '../../../core/plain-date.ts';
import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import { packedRows } from '../../storage/packed-rows.ts';
import type { RecordsTables } from '../../storage/records-tables.ts';
import { loadReplaced } from '../load-replaced.ts';
import { monthAt } from '../months.ts';
import type { PaidItem } from './items.ts';
import { textOrNone } from './text-or-none.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** The actual payments that runs of a year made by a day and no later one corrects, added up by the database: one item a reference, supplier, code and run. */
export async function loadPaid(
  tx: Transaction,
  year: FinancialYear,
  today: PlainDate,
  hidden: readonly string[],
): Promise<PaidItem[]> {
  const replaced = [...(await loadReplaced(tx, today))];
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
    [
      ...[tx.authority, year.firstDay, today < year.lastDay ? today : year.lastDay],
      ...[replaced, hidden],
    ],
  );
  return rows.map((row): PaidItem => {
    const day = Number(row[4]);
    return {
      ...{ reference: textOrNone(row[0]), supplier: textOrNone(row[1]) },
      ...{ costCentre: textOrNone(row[2]), subjective: textOrNone(row[3]), day },
      amount: penceOf(Number(row[5])),
      hidden: penceOf(Number(row[6])),
      isSeen: Number(row[7]) > 0,
      month: monthAt(dateOfDayNumber(day)),
    };
  });
}
