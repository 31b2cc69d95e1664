import type { FinancialYear } from '../../core/financial-year.ts';
import { penceOf } from '../../core/money.ts';
import { addDays, type PlainDate } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { rowsByChild } from '../care-cost/by-child.ts';
import type { CostElement, Payment } from '../model.ts';
import { packedRows } from '../storage/packed-rows.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { CostsOfChild } from './child-parts.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const named = (value: unknown) => (value === null || value === '' ? undefined : (value as string));

/** A year as it stands on a day: a run yet to come has paid nothing. */
interface OnADay {
  readonly year: FinancialYear;
  readonly today: PlainDate;
}

/** A payment may reach so many days over an edge of the year; what its nights cost there tells its share. */
const BEYOND = 100;

async function loadElements(
  tx: Transaction,
  year: FinancialYear,
  children: readonly string[],
): Promise<CostElement[]> {
  const rows = await packedRows(
    tx,
    [
      ...['child_id', `placement_start - date '1970-01-01'`, 'element', 'weekly_rate'],
      ...[`from_date - date '1970-01-01'`, `to_date - date '1970-01-01'`, 'funder', 'provider'],
      ...['cost_centre', 'subjective'],
    ],
    `from cost_element where authority_id = $1 and child_id = any($4) and from_date <= $3
       and (to_date is null or to_date > $2)`,
    [tx.authority, addDays(year.firstDay, -BEYOND), addDays(year.lastDay, BEYOND), children],
  );
  return rows.map(
    (row): CostElement => ({
      childId: row[0] as string,
      placementStart: row[1] as number,
      element: row[2] as CostElement['element'],
      weeklyRate: penceOf(row[3] as number),
      from: row[4] as number,
      to: row[5] === null ? undefined : (row[5] as number),
      funder: row[6] as CostElement['funder'],
      provider: named(row[7]),
      contract: undefined,
      costCentre: named(row[8]),
      subjective: named(row[9]),
    }),
  );
}

async function loadPayments(
  tx: Transaction,
  { year, today }: OnADay,
  children: readonly string[],
): Promise<Payment[]> {
  const rows = await packedRows(
    tx,
    [
      ...['payment_ref', `run_date - date '1970-01-01'`, `period_from - date '1970-01-01'`],
      ...[`period_to - date '1970-01-01'`, 'child_id', `placement_start - date '1970-01-01'`],
      ...['provider', 'element', 'gross', 'cost_centre', 'subjective', 'status', 'corrects_ref'],
    ],
    `from payment where authority_id = $1 and child_id = any($4) and status <> 'commitment'
       and ((period_to >= $2 and period_from <= $3) or run_date between $2 and $3)
       and (status <> 'actual' or run_date <= $5)`,
    [tx.authority, year.firstDay, year.lastDay, children, today],
  );
  return rows.map(
    (row): Payment => ({
      paymentRef: row[0] as string,
      runDate: row[1] as number,
      periodFrom: row[2] as number,
      periodTo: row[3] as number,
      childId: row[4] as string,
      placementStart: row[5] as number,
      provider: named(row[6]),
      element: row[7] as Payment['element'],
      gross: penceOf(row[8] as number),
      contributionSource: undefined,
      contribution: penceOf(0),
      costCentre: named(row[9]),
      subjective: named(row[10]),
      status: row[11] as Payment['status'],
      correctsRef: named(row[12]),
    }),
  );
}

/** The costs of some children round a year, and the payments for it or made in it by the day that no other corrects. */
export async function loadCostsOfChildren(
  tx: Transaction,
  on: OnADay,
  children: readonly string[],
  replaced: ReadonlySet<string>,
): Promise<readonly CostsOfChild[]> {
  const costs = rowsByChild(await loadElements(tx, on.year, children));
  const payments = await loadPayments(tx, on, children);
  const settled = rowsByChild(payments.filter(({ paymentRef }) => !replaced.has(paymentRef)));
  return children.map((childId) => ({
    childId,
    costs: costs.get(childId) ?? [],
    settled: settled.get(childId) ?? [],
  }));
}
