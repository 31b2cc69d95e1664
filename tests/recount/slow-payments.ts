import type { CostElement, Payment } from '../../src/records/model.ts';
import { Fraction } from './exact-fraction.ts';

/** What should be found of one child, counted night by night. */
export interface SlowDifference {
  readonly committed: bigint;
  readonly due: bigint;
  readonly paid: bigint;
  readonly accruals: bigint;
  readonly commitments: bigint;
}

interface SlowRun {
  readonly day: number;
  readonly paidTo: number;
  readonly lines: number;
}
interface SlowRhythm {
  readonly gap: number;
  readonly months: number;
  readonly lag: number;
}
interface SlowStream {
  readonly provider: string | undefined;
  readonly runs: readonly SlowRun[];
  readonly rhythm: SlowRhythm | undefined;
}

interface Period {
  readonly from: number;
  readonly to: number;
}
type Named = Pick<CostElement, 'provider' | 'element' | 'costCentre'>;

const DAY = 86_400_000;

function monthsLater(day: number, months: number): number {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / DAY;
}

const streamOf = ({ provider, element, costCentre }: Named) =>
  JSON.stringify(provider === undefined ? [element, costCentre ?? ''] : [provider, '', element]);

const middle = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[Math.ceil(values.length / 2) - 1] ?? 0;

/** The furthest first; of two that paid as far, the later. */
function byHowFar(one: SlowRun, other: SlowRun): number {
  return other.paidTo - one.paidTo || other.day - one.day;
}

/** Payments and costs as a person with a calendar would compare them: nothing is grouped, nothing kept. */
export class SlowPayments {
  private readonly elements: readonly CostElement[];
  private readonly payments: readonly Payment[];
  private readonly period: Period;
  private readonly today: number;

  constructor(council: {
    readonly elements: readonly CostElement[];
    readonly payments: readonly Payment[];
    readonly period: Period;
    readonly today: number;
  }) {
    this.elements = council.elements;
    this.payments = council.payments;
    this.period = council.period;
    this.today = council.today;
  }

  /** What comes in place of an accrual is the payment itself. */
  private correctsAPayment({ correctsRef, paymentRef }: Payment): boolean {
    return (
      correctsRef !== paymentRef &&
      this.payments.some((each) => each.paymentRef === correctsRef && each.status === 'actual')
    );
  }

  private runsOf(key: string): SlowRun[] {
    const made = this.payments.filter(
      (payment) =>
        streamOf(payment) === key &&
        payment.status === 'actual' &&
        // A credit, or a line of nought, pays no night.
        payment.gross > 0 &&
        payment.runDate <= this.today &&
        !this.correctsAPayment(payment),
    );
    const runs: SlowRun[] = [];
    for (const day of [...new Set(made.map(({ runDate }) => runDate))].sort((a, b) => a - b)) {
      const ends = made.filter(({ runDate }) => runDate === day).map(({ periodTo }) => periodTo);
      const votes = (end: number) => ends.filter((each) => each === end).length;
      const paidTo = ends.reduce((best, end) =>
        votes(end) > votes(best) || (votes(end) === votes(best) && end > best) ? end : best,
      );
      const before = runs.at(-1);
      const besideTheRuns =
        before !== undefined && ends.length * 4 < before.lines && day - before.day <= 100;
      if (besideTheRuns || (before !== undefined && paidTo <= before.paidTo)) continue;
      runs.push({ day, paidTo, lines: ends.length });
    }
    return runs;
  }

  private rhythmOf(runs: readonly SlowRun[]): SlowRhythm | undefined {
    if (runs.length < 3) return undefined;
    const gaps = runs.flatMap(({ day }, at) => (at === 0 ? [] : [day - (runs[at - 1]?.day ?? 0)]));
    const gap = middle(gaps);
    const regular = gaps.filter((each) => each * 2 <= gap * 3);
    const mean = regular.reduce((sum, each) => sum + each, 0) / regular.length;
    const months = mean >= 29 && mean <= 32 ? 1 : mean >= 89 && mean <= 93 ? 3 : 0;
    return { gap, months, lag: middle(runs.map(({ day, paidTo }) => day - paidTo)) };
  }

  private streams(): Map<string, SlowStream> {
    const all = [...this.payments.filter(({ status }) => status === 'actual'), ...this.elements];
    return new Map(
      all.map((each) => {
        const runs = this.runsOf(streamOf(each));
        return [streamOf(each), { provider: each.provider, runs, rhythm: this.rhythmOf(runs) }];
      }),
    );
  }

  /** The rhythm by which most lines are paid, and the run of it that paid furthest. */
  private usual(streams: readonly SlowStream[]) {
    const kinds = new Map<string, { rhythm: SlowRhythm; last: SlowRun; lines: number }>();
    for (const { rhythm, runs } of streams) {
      const last = runs.at(-1);
      if (rhythm === undefined || last === undefined) continue;
      const kind = JSON.stringify([
        rhythm.months === 0 ? rhythm.gap : 'm',
        rhythm.months,
        rhythm.lag,
      ]);
      const known = kinds.get(kind) ?? { rhythm, last, lines: 0 };
      const further = byHowFar(known.last, last) < 0 ? known.last : last;
      const lines = runs.reduce((sum, run) => sum + run.lines, known.lines);
      kinds.set(kind, { rhythm: known.rhythm, last: further, lines });
    }
    return [...kinds.values()].sort(
      (one, other) => other.lines - one.lines || one.last.paidTo - other.last.paidTo,
    )[0];
  }

  private keptBy(key: string): { rhythm: SlowRhythm; last: SlowRun } | undefined {
    const streams = this.streams();
    const own = streams.get(key);
    const last = own?.runs.at(-1);
    const ofSupplier = [...streams.values()].filter(
      ({ provider }) => provider !== undefined && provider === own?.provider,
    );
    const supplier = this.usual(ofSupplier);
    if (own?.rhythm !== undefined && last !== undefined) {
      const { gap, months, lag } = own.rhythm;
      const same =
        supplier?.rhythm.lag === lag &&
        supplier.rhythm.months === months &&
        (months > 0 || supplier.rhythm.gap === gap);
      const aRunAhead = same && (supplier.last.paidTo - last.paidTo) * 4 >= gap * 3;
      return { rhythm: own.rhythm, last: aRunAhead ? supplier.last : last };
    }
    if (supplier !== undefined) {
      const ahead = last === undefined || supplier.last.paidTo > last.paidTo;
      return { rhythm: supplier.rhythm, last: ahead ? supplier.last : last };
    }
    const all = this.usual([...streams.values()]);
    if (all !== undefined) return { rhythm: all.rhythm, last: last ?? all.last };
    const lasts = [...streams.values()].flatMap(({ runs }) => runs.slice(-1));
    const newest = last ?? lasts.sort(byHowFar)[0];
    if (newest === undefined) return undefined;
    return { rhythm: { gap: 30, months: 1, lag: newest.day - newest.paidTo }, last: newest };
  }

  /** The last night of a stream that is compared; undefined where every night is. */
  cutOff(of: Named): number | undefined {
    const kept = this.keptBy(streamOf(of));
    if (kept === undefined) return undefined;
    const { rhythm, last } = kept;
    const run = (later: number) =>
      rhythm.months > 0
        ? monthsLater(last.day, rhythm.months * later)
        : last.day + rhythm.gap * later;
    const paysTo = (later: number) => run(later) - rhythm.lag;
    const costs = this.elements.filter(
      (each) => streamOf(each) === streamOf(of) && each.weeklyRate !== 0,
    );
    let night = last.paidTo + 1;
    const end = this.today + 400;
    while (night < end && !costs.some((each) => this.charged(each, night))) night += 1;
    if (night === end) return last.paidTo;
    let next = 1;
    while (paysTo(next) < night) next += 1;
    if (this.today <= run(next) + rhythm.gap) return last.paidTo;
    let due = 0;
    while (run(due + 1) <= this.today) due += 1;
    return Math.max(last.paidTo, paysTo(due));
  }

  private charged({ from, to }: CostElement, night: number): boolean {
    return night >= from && (to === undefined || night < to);
  }

  private standing(childId: string): Payment[] {
    return this.payments.filter(
      (payment) =>
        payment.childId === childId &&
        !this.payments.some(
          ({ correctsRef, paymentRef }) =>
            correctsRef === payment.paymentRef && paymentRef !== payment.paymentRef,
        ),
    );
  }

  private sum(payments: readonly Payment[]): bigint {
    let sum = new Fraction(0n);
    for (const payment of payments) {
      const { from, to } = {
        from: payment.periodFrom,
        to: Math.max(payment.periodTo, payment.periodFrom),
      };
      const nights = Array.from({ length: to - from + 1 }, (_none, at) => {
        const night = from + at;
        const cost = this.elements
          .filter(
            ({ childId, element }) => childId === payment.childId && element === payment.element,
          )
          .filter((each) => this.charged(each, night))
          .reduce((so, { weeklyRate }) => so + weeklyRate, 0);
        return { cost, inside: night >= this.period.from && night < this.period.to };
      });
      const spans = nights.some(({ inside }) => inside) && nights.some(({ inside }) => !inside);
      const byCost = spans && nights.every(({ cost }) => cost > 0);
      for (const { cost, inside } of nights) {
        if (!inside) continue;
        const whole = byCost ? nights.reduce((so, each) => so + each.cost, 0) : nights.length;
        sum = sum.plus(
          new Fraction(BigInt(payment.gross) * BigInt(byCost ? cost : 1), BigInt(whole)),
        );
      }
    }
    return BigInt(sum.rounded());
  }

  /** One child's figures. */
  of(childId: string): SlowDifference {
    const standing = this.standing(childId);
    const settled = standing.filter(({ status }) => status !== 'commitment');
    let committed = 0n;
    let due = 0n;
    for (const element of this.elements.filter((each) => each.childId === childId)) {
      const cutOff = this.cutOff(element);
      for (let night = this.period.from; night < this.period.to; night += 1) {
        if (!this.charged(element, night)) continue;
        committed += BigInt(element.weeklyRate);
        const paidItself = settled.some(
          (payment) =>
            payment.gross > 0 &&
            payment.placementStart === element.placementStart &&
            payment.element === element.element &&
            Math.max(payment.periodTo, payment.periodFrom) >= night,
        );
        if (cutOff === undefined || night <= cutOff || paidItself)
          due += BigInt(element.weeklyRate);
      }
    }
    return {
      committed: BigInt(new Fraction(committed, 7n).rounded()),
      due: BigInt(new Fraction(due, 7n).rounded()),
      paid: this.sum(settled),
      accruals: this.sum(settled.filter(({ status }) => status === 'accrual')),
      commitments: this.sum(standing.filter(({ status }) => status === 'commitment')),
    };
  }
}
