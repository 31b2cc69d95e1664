import { type Pence, penceOf } from '../../core/money.ts';
import { dateOfDayNumber, type PlainDate } from '../../core/plain-date.ts';
import { inWords } from '../reports/value-in-words.ts';
import { type PaidPart, shareOf } from './child-parts.ts';
import type { PartsOfCode } from './load-parts.ts';
import { MonthCount, sumOfMonths } from './month-count.ts';

/** A payment under a code in a month, as a list shows it. */
export type PaymentRow = {
  readonly childId: string;
  readonly package: string;
  readonly runDate: PlainDate;
  readonly reference: string;
  readonly provider: string | null;
  readonly element: string;
  readonly status: string;
  readonly periodFrom: PlainDate;
  readonly periodTo: PlainDate;
  readonly month: string;
  readonly gross: Pence;
  readonly share: Pence;
};

/** What the rows are of: payments by the month of their nights or of their run, or lines by which finance has accrued nights. */
export type PaidBy = 'nights' | 'run' | 'accruals';

/** The payments so told. A run's payment counts whole in the month of the run. */
export function partsBy(by: PaidBy, { paid, runs }: PartsOfCode): readonly PaidPart[] {
  if (by === 'run') return runs.map((part) => ({ ...part, part: 1, whole: 1 }));
  const status = by === 'accruals' ? 'accrual' : 'actual';
  return paid.filter(({ payment }) => payment.status === status);
}

/** The row of a payment. */
export function paidRow(part: PaidPart, pseudonym: (childId: string) => string): PaymentRow {
  const { payment, month } = part;
  return {
    childId: payment.childId,
    package: pseudonym(payment.childId),
    runDate: dateOfDayNumber(payment.runDate),
    reference: payment.paymentRef,
    provider: payment.provider ?? null,
    element: inWords(payment.element),
    status: payment.status,
    periodFrom: dateOfDayNumber(payment.periodFrom),
    periodTo: dateOfDayNumber(payment.periodTo),
    month: month.name,
    gross: payment.gross,
    share: penceOf(shareOf(payment.gross, part)),
  };
}

/** What some payments come to in their months: each month rounded once, as on the page of the code. */
export function paidSum(parts: Iterable<PaidPart>): Pence {
  const months = new Map<number, MonthCount>();
  for (const { month, payment, part, whole } of parts) {
    const count = months.get(month.at) ?? new MonthCount();
    months.set(month.at, count);
    const total = payment.status === 'accrual' ? count.accrualLines : count.paid;
    total.add(payment.gross, part, whole);
  }
  const { paid, accrualLines } = sumOfMonths(Array.from(months.values(), ({ cost }) => cost));
  return penceOf(paid + accrualLines);
}
