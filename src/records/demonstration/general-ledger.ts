import { decimalPounds, type Pence, penceOf } from '../../core/money.ts';
import { type DayNumber, dateOfDayNumber, dayNumberOf } from '../../core/plain-date.ts';
import { type Calendar, dayOf, figures, financialYearStart } from './calendar.ts';
import type { ChildHistory, PaymentLine } from './history.ts';
import { ledgerDescription } from './ledger-codes.ts';
import { Random } from './random.ts';

export const LEDGER_HEADING =
  'journal,journal_line,posting_date,financial_year,accounting_period,cost_centre,subjective,amount,supplier,reference,description,journal_type';

/** What is posted together: the payments of one run to one supplier under one code. */
interface Posting {
  readonly day: DayNumber;
  readonly costCentre: string;
  readonly subjective: string;
  /** Empty where no supplier is named: carers are posted run by run. */
  readonly supplier: string;
  readonly reference: string;
  readonly description: string;
  readonly type: string;
  amount: number;
}

/** The postings of a council by what they are posted under. */
export type Postings = Map<string, Posting>;

/** Subjectives of which each payment is an invoice of its own. */
const BY_INVOICE = new Set(['4410', '5190']);
const CARERS = '5110';

function ofPayment({ element, reference, runDate }: PaymentLine): Posting {
  const { costCentre, subjective, provider } = element;
  const isCarers = subjective === CARERS;
  const isInvoice = BY_INVOICE.has(subjective);
  const supplier = isCarers || isInvoice ? '' : provider.toUpperCase();
  return {
    ...{ day: runDate, costCentre, subjective, supplier, amount: 0 },
    reference: isInvoice ? reference : '',
    description: ledgerDescription({ costCentre, subjective }),
    type: isCarers ? 'Carers’ pay run' : 'Purchase invoice',
  };
}

function add(postings: Postings, posting: Posting, gross: Pence): void {
  const { day, costCentre, subjective, supplier, reference, type } = posting;
  const key = [day, costCentre, subjective, supplier, reference, type].join('|');
  const known = postings.get(key) ?? posting;
  postings.set(key, known);
  known.amount += gross;
}

/** Adds what a child's payments are posted as: what was paid and put right later is posted, taken out again and posted anew. */
export function addPostings(
  postings: Postings,
  { payments }: ChildHistory,
  calendar: Calendar,
): void {
  const first = calendar.financialYears.at(-2) ?? calendar.financialYears[0];
  if (first === undefined) return;
  const corrections = new Map(payments.map((payment) => [payment.corrects, payment]));
  for (const payment of payments) {
    const { runDate, gross, reference, status } = payment;
    if (status !== 'actual' || runDate > calendar.asOf) continue;
    if (runDate < dayNumberOf(first.firstDay)) continue;
    const correction = corrections.get(reference);
    if (correction === undefined) {
      add(postings, ofPayment(payment), gross);
      continue;
    }
    const own = { ...ofPayment(payment), reference, type: 'Correction' };
    add(postings, own, gross);
    add(postings, { ...own, day: correction.runDate, amount: 0 }, penceOf(-gross));
  }
}

/** The last day of the month before, and the first of the month, in which a run pays a month in arrears. */
function monthEndBefore(day: DayNumber): { readonly last: DayNumber; readonly first: DayNumber } {
  const date = dateOfDayNumber(day);
  const first = dayOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 1);
  return { last: first - 1, first };
}

/** What is accrued at the end of a month for the invoices of the next, and taken out again on the day after, code by code. */
function accruals(postings: readonly Posting[]): Posting[] {
  const sums = new Map<string, Posting>();
  for (const posting of postings) {
    if (posting.type !== 'Purchase invoice') continue;
    const { last, first } = monthEndBefore(posting.day);
    if (financialYearStart(last) !== financialYearStart(first)) continue;
    const { costCentre, subjective } = posting;
    const reference = `ACC-${costCentre}-${subjective}-${dateOfDayNumber(last).slice(0, 7)}`;
    const known = sums.get(reference) ?? {
      ...posting,
      ...{ day: last, reference, supplier: '', amount: 0, type: 'Accrual' },
      description: `Accrual of invoices not yet in: ${posting.description}`,
    };
    sums.set(reference, known);
    known.amount += posting.amount;
  }
  return [...sums.values()].flatMap((accrual) => [
    accrual,
    { ...accrual, day: accrual.day + 1, amount: -accrual.amount, type: 'Reversal of accrual' },
  ]);
}

/** What a ledger and payments differ by in the field: an invoice under the wrong code, one that no payment is, one that is not posted yet. */
function asPosted(seed: number, postings: readonly Posting[]): Posting[] {
  const random = new Random(seed, 'general ledger');
  const invoices = postings.filter(
    ({ type, supplier, amount }) => type === 'Purchase invoice' && supplier !== '' && amount > 0,
  );
  if (invoices.length < 4) return [...postings];
  const elsewhere = random.pick(invoices);
  const missing = random.pick(invoices.filter((posting) => posting !== elsewhere));
  const like = random.pick(invoices);
  const stray: Posting = {
    ...like,
    ...{ supplier: 'WESTBROOK CHAMBERS', reference: 'WC/20417', amount: 486_000 },
    description: 'Counsel’s fees of care proceedings',
  };
  const wrong = elsewhere.subjective === '4310' ? '4320' : '4310';
  return [
    ...postings.flatMap((posting) => {
      if (posting === missing) return [];
      return posting === elsewhere ? [{ ...posting, subjective: wrong }] : [posting];
    }),
    stray,
  ];
}

function inOrder(one: Posting, other: Posting): number {
  const words = ({ type, costCentre, subjective, supplier, reference }: Posting) =>
    [type, costCentre, subjective, supplier, reference].join('|');
  const [first, second] = [words(one), words(other)];
  return one.day - other.day || (first < second ? -1 : Number(first > second));
}

/** The general ledger of the years of which payments are held: a journal for each day and kind, its lines numbered. */
export function* ledgerLines(seed: number, postings: Postings): Generator<string> {
  const paid = [...postings.values()].sort(inOrder);
  const all = asPosted(seed, [...paid, ...accruals(paid)]).sort(inOrder);
  let journal = '';
  let line = 0;
  const numbers = new Map<string, number>();
  for (const posting of all) {
    const { day, type, costCentre, subjective, amount, supplier, reference, description } = posting;
    const startYear = financialYearStart(day);
    const of = `${day} ${type}`;
    if (of !== journal) line = 0;
    journal = of;
    line += 1;
    if (!numbers.has(of)) numbers.set(of, numbers.size + 1);
    const number = `GL${String(numbers.get(of)).padStart(5, '0')}`;
    const year = `${startYear}-${String((startYear + 1) % 100).padStart(2, '0')}`;
    const period = ((Number(dateOfDayNumber(day).slice(5, 7)) + 8) % 12) + 1;
    yield `${number},${line},${figures(day)},${year},${period},${costCentre},${subjective},${decimalPounds(penceOf(amount))},${supplier},${reference},${description},${type}`;
  }
}
