import { addDays, type PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { Payment } from '../model.ts';
import type { PaidLines } from '../pay-runs/runs.ts';
import { packedRows } from '../storage/packed-rows.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

/** A rhythm is told from the runs of so many days: a year of them and a quarter's. */
const DAYS_OF_RUNS = 460;

const named = (value: unknown) => (value === null || value === '' ? undefined : String(value));

/** How many lines each run up to the day paid to which night, by supplier, element and cost centre, counted by the database. A credit or a line of nought pays no night. What corrects a payment is none of its run's; what comes in place of an accrual is the payment itself. */
export async function loadPaidLines(
  tx: CouncilTransaction<RecordsTables>,
  day: PlainDate,
): Promise<PaidLines[]> {
  const rows = await packedRows(
    tx,
    [
      ...['provider', 'element', 'cost_centre', `run_date - date '1970-01-01'`],
      ...[`paid_to - date '1970-01-01'`, 'lines'],
    ],
    `from (
       select provider, element, cost_centre, run_date, period_to as paid_to, count(*) as lines
       from payment
       where authority_id = $1 and status = 'actual' and gross > 0 and run_date between $2 and $3
         and (corrects_ref is null or corrects_ref = payment_ref or not exists (
           select 1 from payment as corrected
           where corrected.authority_id = $1 and corrected.payment_ref = payment.corrects_ref
             and corrected.status = 'actual'))
       group by provider, element, cost_centre, run_date, period_to
     ) as run`,
    [tx.authority, addDays(day, -DAYS_OF_RUNS), day],
  );
  return rows.map((row) => ({
    provider: named(row[0]),
    element: row[1] as Payment['element'],
    costCentre: named(row[2]),
    runDate: row[3] as number,
    paidTo: row[4] as number,
    lines: row[5] as number,
  }));
}
