import type { CostElement, Payment } from '../../src/records/model.ts';
import { Fraction } from './exact-fraction.ts';
import type { SlowPayments } from './slow-payments.ts';

/** A council whose costs and payments carry codes. */
export interface CodedCouncil {
  readonly elements: readonly CostElement[];
  readonly payments: readonly Payment[];
  readonly today: number;
}

type Coded = Pick<CostElement, 'costCentre' | 'subjective'>;

/** What one code's month should come to, in pence; each amount before it is rounded. */
interface SlowSums {
  due: Fraction;
  accrued: Fraction;
  committed: Fraction;
  paid: Fraction;
  accrualLines: Fraction;
  runs: Fraction;
}

const NONE = new Fraction(0n);

/** One code's month as the page should show it. */
export type SlowMonth = Readonly<
  Record<
    'due' | 'accrued' | 'committed' | 'toCome' | 'paid' | 'difference' | 'expected' | 'paidInRuns',
    number
  >
>;

/** The calendar month of a day: `2021-04`. */
export function monthOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 7);
}

const textOf = ({ costCentre, subjective }: Coded) => `${costCentre ?? ''}/${subjective ?? ''}`;

/** Costs and payments of a year by code and calendar month, night by night and payment by payment. */
export class SlowMonths {
  readonly #council: CodedCouncil;
  readonly #slow: SlowPayments;
  readonly #sums = new Map<string, SlowSums>();

  constructor(council: CodedCouncil, slow: SlowPayments, first: number, last: number) {
    this.#council = council;
    this.#slow = slow;
    for (const element of council.elements) this.#addCost(element, first, last);
    for (const payment of this.#made()) {
      if (payment.status !== 'commitment' && !this.#isReplaced(payment)) this.#addPaid(payment);
    }
  }

  /** What stands under a code in a month. */
  of(code: Coded, month: string): SlowMonth {
    const sums = this.#at(code, month);
    const [due, passed] = [sums.due.rounded(), sums.due.plus(sums.accrued).rounded()];
    const [committed, paid] = [sums.committed.rounded(), sums.paid.rounded()];
    const lines = sums.accrualLines.rounded();
    const found = {
      due,
      committed,
      paid,
      accrued: passed - due + lines,
      toCome: committed - passed,
    };
    return {
      ...found,
      difference: paid + lines - due,
      expected: paid + found.accrued + found.toCome,
      paidInRuns: sums.runs.rounded(),
    };
  }

  #at(code: Coded, month: string): SlowSums {
    const key = `${textOf(code)} ${month}`;
    const known = this.#sums.get(key) ?? {
      ...{ due: NONE, accrued: NONE, committed: NONE, paid: NONE, accrualLines: NONE, runs: NONE },
    };
    this.#sums.set(key, known);
    return known;
  }

  /** What a run yet to come is to pay is not paid. */
  #made(): readonly Payment[] {
    const { payments, today } = this.#council;
    return payments.filter(({ status, runDate }) => status !== 'actual' || runDate <= today);
  }

  #isReplaced({ paymentRef }: Payment): boolean {
    return this.#made().some(
      (other) => other.correctsRef === paymentRef && other.paymentRef !== paymentRef,
    );
  }

  #addCost(element: CostElement, first: number, last: number): void {
    const cutOff = this.#slow.cutOff(element) ?? this.#council.today;
    for (let night = first; night <= last; night += 1) {
      if (night < element.from || (element.to !== undefined && night >= element.to)) continue;
      const price = new Fraction(BigInt(element.weeklyRate), 7n);
      const sums = this.#at(element, monthOf(night));
      sums.committed = sums.committed.plus(price);
      const paidItself = this.#made().some(
        (payment) =>
          payment.status !== 'commitment' &&
          payment.gross > 0 &&
          !this.#isReplaced(payment) &&
          payment.childId === element.childId &&
          payment.placementStart === element.placementStart &&
          payment.element === element.element &&
          payment.periodTo >= night,
      );
      if (night <= cutOff || paidItself) sums.due = sums.due.plus(price);
      else if (night <= this.#council.today) sums.accrued = sums.accrued.plus(price);
    }
  }

  #costOn(payment: Payment, night: number): bigint {
    return this.#council.elements
      .filter(({ childId, element }) => childId === payment.childId && element === payment.element)
      .filter(({ from, to }) => from <= night && (to === undefined || night < to))
      .reduce((so, { weeklyRate }) => so + BigInt(weeklyRate), 0n);
  }

  #addPaid(payment: Payment): void {
    if (payment.status === 'actual') {
      const month = this.#at(payment, monthOf(payment.runDate));
      month.runs = month.runs.plus(new Fraction(BigInt(payment.gross)));
    }
    const nights: number[] = [];
    for (let night = payment.periodFrom; night <= payment.periodTo; night += 1) nights.push(night);
    const costs = nights.map((night) => this.#costOn(payment, night));
    const priced = costs.every((cost) => cost > 0n);
    const whole = priced ? costs.reduce((so, cost) => so + cost, 0n) : BigInt(nights.length);
    for (const [at, night] of nights.entries()) {
      const sums = this.#at(payment, monthOf(night));
      const share = priced ? (costs[at] ?? 0n) : 1n;
      const part = new Fraction(BigInt(payment.gross) * share, whole);
      if (payment.status === 'accrual') sums.accrualLines = sums.accrualLines.plus(part);
      else sums.paid = sums.paid.plus(part);
    }
  }
}
