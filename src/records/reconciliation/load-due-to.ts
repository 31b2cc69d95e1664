import { penceOf } from '../../core/money.ts';
import { addDays, dayNumberOf, type PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { DueTo } from '../care-cost/committed-against-payments.ts';
import type { CostElement } from '../model.ts';
import { streamsOf } from '../pay-runs/streams.ts';
import { dueByStreams } from '../reports/load-committed-and-paid.ts';
import { loadPaidLines } from '../reports/load-paid-lines.ts';
import { packedRows } from '../storage/packed-rows.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** A stream's next run is that which has a night to pay: costs so far ahead tell it. */
const AROUND = 100;

/** When each stream costs something, as one element a span: the spans of all its children joined, by the database. */
async function loadCharged(tx: Transaction, today: PlainDate): Promise<CostElement[]> {
  const rows = await packedRows(
    tx,
    [
      ...['provider', 'element', 'cost_centre', `lower(span) - date '1970-01-01'`],
      `upper(span) - date '1970-01-01'`,
    ],
    `from (
       select provider, element, case provider when '' then cost_centre else '' end as cost_centre,
         unnest(range_agg(daterange(from_date, to_date))) as span
       from cost_element
       where authority_id = $1 and weekly_rate > 0 and from_date <= $3
         and (to_date is null or to_date > $2)
       group by 1, 2, 3
     ) as charged`,
    [tx.authority, addDays(today, -365 - AROUND), addDays(today, AROUND)],
  );
  const named = (value: unknown) => (value === '' ? undefined : (value as string));
  return rows.map(
    (row): CostElement => ({
      ...{ childId: '', placementStart: row[3] as number, funder: 'social_care' },
      ...{ contract: undefined, subjective: undefined, weeklyRate: penceOf(1) },
      provider: named(row[0]),
      element: row[1] as CostElement['element'],
      costCentre: named(row[2]),
      from: row[3] as number,
      to: row[4] === null ? undefined : (row[4] as number),
    }),
  );
}

/** Up to which night each cost should have been paid by a day. */
export async function loadDueTo(tx: Transaction, today: PlainDate): Promise<DueTo> {
  const paid = await loadPaidLines(tx, today);
  return dueByStreams(streamsOf(paid, await loadCharged(tx, today), dayNumberOf(today)));
}
