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
  /** Of the first payment; an invoice of several names none of them. */
  readonly reference: string;
  readonly description: string;
  readonly type: string;
  amount: number;
  payments: number;
}

/** The postings of a council by what they are posted under. */
export type Postings = Map<string, Posting>;

const CARERS = '5110';

function ofPayment({ element, reference, runDate }: PaymentLine): Posting {
  const { costCentre, subjective, provider } = element;
  const isCarers = subjective === CARERS;
  return {
    ...{ day: runDate, costCentre, subjective, reference, amount: 0, payments: 0 },
    supplier: isCarers ? '' : provider.toUpperCase(),
    description: ledgerDescription({ costCentre, subjective }),
    type: isCarers ? 'Carers’ pay run' : 'Purchase invoice',
  };
}

function add(postings: Postings, posting: Posting, gross: Pence): void {
  const { day, costCentre, subjective, supplier, type } = posting;
  const key = [day, costCentre, subjective, supplier, type].join('|');
  const known = postings.get(key) ?? posting;
  postings.set(key, known);
  known.amount += gross;
  known.payments += 1;
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
    // Few days are corrected on few others, so that these come to no more however many children there are.
    const days = `${dateOfDayNumber(runDate)}/${dateOfDayNumber(correction.runDate)}`;
    const own = { ...ofPayment(payment), reference: `COR-${days}`, type: `Corrected ${days}` };
    add(postings, own, gross);
    add(postings, { ...own, day: correction.runDate }, penceOf(-gross));
  }
}

/** The last day of the month before that in which a run pays. */
function monthEndBefore(day: DayNumber): DayNumber {
  const date = dateOfDayNumber(day);
  return dayOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 1) - 1;
}

/** What is accrued at the end of a month for the invoices of the next, and taken out again on the day after, code by code. */
function accruals(postings: readonly Posting[], firstDay: DayNumber): Posting[] {
  const sums = new Map<string, Posting>();
  for (const posting of postings) {
    if (posting.type !== 'Purchase invoice') continue;
    const last = monthEndBefore(posting.day);
    if (last < firstDay) continue;
    const { costCentre, subjective } = posting;
    const reference = `ACC-${costCentre}-${subjective}-${dateOfDayNumber(last).slice(0, 7)}`;
    const known = sums.get(reference) ?? {
      ...posting,
      ...{ day: last, reference, supplier: '', amount: 0, payments: 0, type: 'Accrual' },
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

/** What the ledger and payments of the year under way differ by in the field: an invoice under the wrong code, one that no payment is, one that is not posted yet. */
function asPosted(seed: number, postings: readonly Posting[]): Posting[] {
  const random = new Random(seed, 'general ledger');
  const year = Math.max(...postings.map(({ day }) => financialYearStart(day)));
  const invoices = postings.filter(
    ({ type, supplier, amount, day }) =>
      type === 'Purchase invoice' &&
      supplier !== '' &&
      amount > 0 &&
      financialYearStart(day) === year,
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

/** A posting with the reference of its payment where it is of one. */
function named(posting: Posting): Posting {
  const { payments, type } = posting;
  const isOne = payments === 1 && type === 'Purchase invoice';
  return isOne || type.startsWith('Corrected') ? posting : { ...posting, reference: '' };
}

function inOrder(one: Posting, other: Posting): number {
  const words = ({ type, costCentre, subjective, supplier, reference }: Posting) =>
    [type, costCentre, subjective, supplier, reference].join('|');
  const [first, second] = [words(one), words(other)];
  return one.day - other.day || (first < second ? -1 : Number(first > second));
}

/** The general ledger of the years of which payments are held: a journal for each day and kind, its lines numbered. */
export function* ledgerLines(seed: number, postings: Postings): Generator<string> {
  const paid = [...postings.values()].map(named).sort(inOrder);
  const all = asPosted(seed, [...paid, ...accruals(paid, paid[0]?.day ?? 0)]).sort(inOrder);
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
