import { NOTHING } from '../../core/money.ts';
import { COST_ELEMENTS, PAYMENT_STATUSES } from '../model.ts';
import type { PaymentRow } from './ledger-row.ts';
import {
  amountOf,
  RowRefusal,
  requiredAmount,
  requiredChild,
  requiredDate,
  requiredText,
  requiredWord,
  textOf,
} from './read-field.ts';
import type { FindingAbout } from './row-checker.ts';

function noteContribution(row: PaymentRow, note: (finding: FindingAbout) => void): void {
  const about = { childId: row.childId, column: 'contribution', value: null };
  if (row.contribution !== 0 && row.contributionSource === null) {
    const message = `Payment ${row.paymentRef} has a contribution and does not say from whom.`;
    note({ ...about, rule: 'contribution-without-source', message });
  }
  if (row.contribution > 0 && row.contribution > row.gross) {
    const message = `Payment ${row.paymentRef} has a contribution larger than its gross amount.`;
    note({ ...about, rule: 'contribution-above-gross', message });
  }
}

/**
 * Reads one row of payments, its cells in the order of the layout. Throws a RowRefusal when it
 * cannot be counted: no reference, child or placement, a period that is reversed, an amount or a
 * word that is not one.
 */
export function readPayment(
  line: number,
  cells: readonly string[],
  note: (finding: FindingAbout) => void,
): PaymentRow {
  const [ref, runDate, from, to, child, start, provider, element, gross, ...rest] = cells;
  const [source, contribution, costCentre, subjective, status, correctsRef] = rest;
  const row: PaymentRow = {
    line,
    paymentRef: requiredText('payment_ref', ref),
    runDate: requiredDate('run_date', runDate),
    periodFrom: requiredDate('period_from', from),
    periodTo: requiredDate('period_to', to),
    childId: requiredChild('child_id', child),
    placementStart: requiredDate('placement_start', start),
    provider: textOf(provider),
    element: requiredWord('element', element, COST_ELEMENTS),
    gross: requiredAmount('gross', gross),
    contributionSource: textOf(source),
    contribution: amountOf('contribution', contribution) ?? NOTHING,
    costCentre: textOf(costCentre),
    subjective: textOf(subjective),
    status: requiredWord('status', status, PAYMENT_STATUSES),
    correctsRef: textOf(correctsRef),
  };
  if (row.periodTo < row.periodFrom) {
    const reason = `period_to ${to?.trim()} is before period_from ${from?.trim()}`;
    throw new RowRefusal('period_to', to?.trim() ?? null, reason);
  }
  if (row.correctsRef === row.paymentRef) {
    const reason = `corrects_ref ${row.paymentRef} is the payment itself; name the one it replaces`;
    throw new RowRefusal('corrects_ref', row.correctsRef, reason);
  }
  noteContribution(row, note);
  return row;
}
