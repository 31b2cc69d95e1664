import { penceOf } from '../../core/money.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { Contract, CostElement, Payment } from '../model.ts';
import type { RecordsTables } from '../storage/records-tables.ts';

type Transaction = CouncilTransaction<RecordsTables>;

const text = (value: unknown) => (value === null || value === '' ? undefined : (value as string));
const number = (value: unknown) => (value === null ? undefined : (value as number));

/** The cost elements of all the child's packages, the latest first. */
export async function loadElements(tx: Transaction, childId: string): Promise<CostElement[]> {
  const rows = await tx.rows(
    `select placement_start - date '1970-01-01', element, weekly_rate, from_date - date '1970-01-01',
       to_date - date '1970-01-01', funder, provider, contract, cost_centre, subjective
     from cost_element where authority_id = $1 and child_id = $2
     order by from_date desc, placement_start desc, element, funder`,
    [tx.authority, childId],
  );
  return rows.map(
    (row): CostElement => ({
      childId,
      placementStart: row[0] as number,
      element: row[1] as CostElement['element'],
      weeklyRate: penceOf(row[2] as number),
      from: row[3] as number,
      to: number(row[4]),
      funder: row[5] as CostElement['funder'],
      provider: text(row[6]),
      contract: text(row[7]) as Contract | undefined,
      costCentre: text(row[8]),
      subjective: text(row[9]),
    }),
  );
}

/** The child's payment lines, the latest run first. */
export async function loadPayments(tx: Transaction, childId: string): Promise<Payment[]> {
  const rows = await tx.rows(
    `select payment_ref, run_date - date '1970-01-01', period_from - date '1970-01-01',
       period_to - date '1970-01-01', placement_start - date '1970-01-01', provider, element, gross,
       contribution_source, contribution, cost_centre, subjective, status, corrects_ref
     from payment where authority_id = $1 and child_id = $2
     order by run_date desc, period_from desc, payment_ref, element`,
    [tx.authority, childId],
  );
  return rows.map(
    (row): Payment => ({
      childId,
      paymentRef: row[0] as string,
      runDate: row[1] as number,
      periodFrom: row[2] as number,
      periodTo: row[3] as number,
      placementStart: row[4] as number,
      provider: text(row[5]),
      element: row[6] as Payment['element'],
      gross: penceOf(row[7] as number),
      contributionSource: text(row[8]),
      contribution: penceOf(row[9] as number),
      costCentre: text(row[10]),
      subjective: text(row[11]),
      status: row[12] as Payment['status'],
      correctsRef: text(row[13]),
    }),
  );
}
