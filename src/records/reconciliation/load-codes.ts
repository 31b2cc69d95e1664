import type { FinancialYear } from '../../core/financial-year.ts';
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
import type { CostsOfChild, Passed } from './child-parts.ts';
import { CodeMonths } from './code-months.ts';
import type { CodedMonths } from './coded-months.ts';
import type { LedgerCode } from './ledger-code.ts';
import { loadCostsOfChildren } from './load-children.ts';
import { monthsOf, passedTo } from './months.ts';

type Transaction = CouncilTransaction<RecordsTables>;

/** A stream's next run is that which has a night to pay: costs so far ahead tell it. */
const AROUND = 100;
const CHILDREN_AT_ONCE = 2_000;

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

/** The payments that another one corrects, by reference. */
export async function loadReplaced(tx: Transaction): Promise<ReadonlySet<string>> {
  const rows = await tx.rows(
    `select distinct corrects_ref from payment
     where authority_id = $1 and corrects_ref <> payment_ref`,
    [tx.authority],
  );
  return new Set(rows.map(([ref]) => String(ref)));
}

/** Every child with a cost or a payment that touches the year, under the code where one is given, some thousands at a time. */
export async function* childrenOfYear(
  tx: Transaction,
  year: FinancialYear,
  code?: LedgerCode,
): AsyncIterable<readonly CostsOfChild[]> {
  const replaced = await loadReplaced(tx);
  const ofCode =
    code === undefined
      ? ''
      : `and coalesce(cost_centre, '') = $4 and coalesce(subjective, '') = $5`;
  const named = code === undefined ? [] : [code.costCentre ?? '', code.subjective ?? ''];
  const rows = await packedRows(
    tx,
    ['child_id'],
    `from (
       select child_id from cost_element
       where authority_id = $1 and from_date <= $3 and (to_date is null or to_date > $2)
         ${ofCode}
       union
       select child_id from payment
       where authority_id = $1 and ((period_to >= $2 and period_from <= $3)
         or run_date between $2 and $3)
         ${ofCode}
     ) as child`,
    [tx.authority, year.firstDay, year.lastDay, ...named],
  );
  const ids = rows.map(([childId]) => childId as string);
  for (let from = 0; from < ids.length; from += CHILDREN_AT_ONCE) {
    const some = ids.slice(from, from + CHILDREN_AT_ONCE);
    yield await loadCostsOfChildren(tx, year, some, replaced);
  }
}

/** The first night that has not passed, and up to which nights runs should have paid. */
export async function loadPassed(
  tx: Transaction,
  year: FinancialYear,
  today: PlainDate,
): Promise<Passed> {
  return { dueTo: await loadDueTo(tx, today), passedTo: passedTo(year, today) };
}

/** Counts every code's months of a year, as they stand on a day: a few thousand children's rows are held at a time. */
export async function loadCodedMonths(
  tx: Transaction,
  year: FinancialYear,
  today: PlainDate,
): Promise<CodedMonths> {
  const count = new CodeMonths(monthsOf(year), await loadPassed(tx, year, today));
  for await (const children of childrenOfYear(tx, year)) {
    for (const child of children) count.add(child);
  }
  return count.counted;
}
