import { NOTHING } from '../../../core/money.ts';
import { COST_ELEMENTS, PAYMENT_STATUSES } from '../../model.ts';
import type { PaymentRow } from './extract-row.ts';
import { amountOf, requiredAmount, requiredDate, requiredWord } from './read-field.ts';
import { codeOf, type Noted, requiredChild, requiredCode, textOf } from './read-text.ts';
import { type Note, RowRefusal } from './row-refusal.ts';

function noteContribution(row: PaymentRow, note: Note): void {
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

/** The payment that is replaced. An error is no empty value here: the replaced payment would count twice. */
function correctedBy(cell: string | undefined, noted: Noted): string | null {
  return textOf('corrects_ref', cell) === null
    ? null
    : requiredCode('corrects_ref', cell, noted.note);
}

/**
 * Reads one row of payments, its cells in the order of the layout. Throws a RowRefusal when it
 * cannot be counted: no reference, child or placement, a period that is reversed, an amount or a
 * word that is not one.
 */
export function readPayment(line: number, cells: readonly string[], note: Note): PaymentRow {
  const [ref, runDate, from, to, child, start, provider, element, gross, ...rest] = cells;
  const [source, contribution, costCentre, subjective, status, correctsRef] = rest;
  const childId = requiredChild('child_id', child, note);
  const noted = { childId, note };
  const row: PaymentRow = {
    line,
    paymentRef: requiredCode('payment_ref', ref, note),
    runDate: requiredDate('run_date', runDate),
    periodFrom: requiredDate('period_from', from),
    periodTo: requiredDate('period_to', to),
    childId,
    placementStart: requiredDate('placement_start', start),
    provider: textOf('provider', provider, noted),
    element: requiredWord('element', element, COST_ELEMENTS),
    gross: requiredAmount('gross', gross),
    contributionSource: textOf('contribution_source', source, noted),
    contribution: amountOf('contribution', contribution) ?? NOTHING,
    costCentre: codeOf('cost_centre', costCentre, noted),
    subjective: codeOf('subjective', subjective, noted),
    status: requiredWord('status', status, PAYMENT_STATUSES),
    correctsRef: correctedBy(correctsRef, noted),
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
