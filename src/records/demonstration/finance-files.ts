import { decimalPounds } from '../../core/money.ts';
import { dayNumberOf } from '../../core/plain-date.ts';
import { type Calendar, figures } from './calendar.ts';
import type { ChildFile } from './files.ts';
import type { PaymentLine } from './history.ts';
import { costRows } from './ledger-faults.ts';

function paymentLine(childId: string, payment: PaymentLine): string {
  const { element } = payment;
  return `${payment.reference},${figures(payment.runDate)},${figures(payment.periodFrom)},${figures(payment.periodTo)},${childId},${figures(element.placementStart)},${element.provider},${element.element},${decimalPounds(payment.gross)},${payment.contributionSource},${decimalPounds(payment.contribution)},${element.costCentre},${element.subjective},${payment.status},${payment.corrects}`;
}

function costFile(seed: number, calendar: Calendar): ChildFile {
  return {
    path: 'finance/placement_costs.csv',
    heading:
      'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective',
    rows: (history) =>
      costRows(seed, history, calendar.asOf).map(
        (row) =>
          `${history.childId},${figures(row.placementStart)},${row.element},${decimalPounds(row.weeklyRate)},${figures(row.from)},${figures(row.to)},${row.funder},${row.provider},${row.contract},${row.costCentre},${row.subjective}`,
      ),
  };
}

/** The cost records, and the payments of the current and the previous financial year, of which a council holds extracts. */
export function financeFiles(seed: number, calendar: Calendar): ChildFile[] {
  const payments = calendar.financialYears.slice(-2).map((year): ChildFile => {
    const first = dayNumberOf(year.firstDay);
    const last = dayNumberOf(year.lastDay);
    return {
      path: `finance/payments_${year.label}.csv`,
      heading:
        'payment_ref,run_date,period_from,period_to,child_id,placement_start,provider,element,gross,contribution_source,contribution,cost_centre,subjective,status,corrects_ref',
      rows: (history) =>
        history.payments
          .filter(({ runDate }) => first <= runDate && runDate <= last)
          .map((payment) => paymentLine(history.childId, payment)),
    };
  });
  return [costFile(seed, calendar), ...payments];
}
