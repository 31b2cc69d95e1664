import { penceOf } from '../../core/money.ts';
import { dateOfDayNumber } from '../../core/plain-date.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { Period } from '../care-cost/attribution.ts';
import type { CostElement, Payment } from '../model.ts';
import { loadPlacementFacts } from '../storage/load-placement-facts.ts';
import { packedRows } from '../storage/packed-rows.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { loadPseudonyms } from './weekly-report/load-report.ts';
import type { Week } from './weekly-report/week.ts';

const IN_PERIOD = 'period_to >= $2 and period_from <= $3';

const text = (value: unknown) => (value === null ? undefined : (value as string));

/** The payments for days of the period, with those elsewhere that correct one of them. */
async function loadPayments(
  tx: CouncilTransaction<RecordsTables>,
  period: Period,
): Promise<Payment[]> {
  const rows = await packedRows(
    tx,
    [
      ...['payment_ref', `run_date - date '1970-01-01'`, `period_from - date '1970-01-01'`],
      ...[`period_to - date '1970-01-01'`, 'child_id', `placement_start - date '1970-01-01'`],
      ...['provider', 'element', 'gross', 'contribution_source', 'contribution', 'cost_centre'],
      ...['subjective', 'status', 'corrects_ref'],
    ],
    `from payment where authority_id = $1 and ((${IN_PERIOD}) or corrects_ref in
       (select payment_ref from payment where authority_id = $1 and ${IN_PERIOD}))`,
    [tx.authority, dateOfDayNumber(period.from), dateOfDayNumber(period.to - 1)],
  );
  return rows.map(
    (row): Payment => ({
      paymentRef: row[0] as string,
      runDate: row[1] as number,
      periodFrom: row[2] as number,
      periodTo: row[3] as number,
      childId: row[4] as string,
      placementStart: row[5] as number,
      provider: text(row[6]),
      element: row[7] as Payment['element'],
      gross: penceOf(row[8] as number),
      contributionSource: text(row[9]),
      contribution: penceOf(row[10] as number),
      costCentre: text(row[11]),
      subjective: text(row[12]),
      status: row[13] as Payment['status'],
      correctsRef: text(row[14]),
    }),
  );
}

/** What was committed and what was paid. */
export interface CommittedAndPaid {
  readonly elements: readonly CostElement[];
  readonly payments: readonly Payment[];
  readonly pseudonym: (childId: string) => string;
}

/** Loads the cost elements and the payments of the financial year to the last night of the week that is counted. */
export async function loadCommittedAndPaid(
  tx: CouncilTransaction<RecordsTables>,
  { countsTo, yearToDate }: Pick<Week, 'countsTo' | 'yearToDate'>,
): Promise<CommittedAndPaid> {
  return {
    elements: (await loadPlacementFacts(tx, countsTo)).elements,
    payments: await loadPayments(tx, yearToDate),
    pseudonym: await loadPseudonyms(tx),
  };
}
