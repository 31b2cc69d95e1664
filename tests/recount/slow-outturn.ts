import type { CostElement } from '../../src/records/model.ts';
import { Fraction } from './exact-fraction.ts';
import type { RandomOutturn } from './random-outturn.ts';
import { costEnd } from './slow-findings.ts';
import { holds, SlowNights } from './slow-nights.ts';

/** What is counted, in fractions of pence, and by which children. */
export class SlowSums {
  readonly pence = new Map<string, Fraction>();
  readonly children = new Map<string, Set<string>>();

  add(kind: string, weekly: bigint, childId: string, over = 7n): void {
    const before = this.pence.get(kind) ?? new Fraction(0n);
    this.pence.set(kind, before.plus(new Fraction(weekly, over)));
    if (weekly !== 0n) {
      this.children.set(kind, new Set([...(this.children.get(kind) ?? []), childId]));
    }
  }

  of(...kinds: readonly string[]): Fraction {
    return kinds.reduce(
      (sum, kind) => sum.plus(this.pence.get(kind) ?? new Fraction(0n)),
      new Fraction(0n),
    );
  }
}

const isoOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

function birthdayOf({ facts }: SlowNights, childId: string): number | undefined {
  const born = facts.children.find((child) => child.childId === childId)?.dateOfBirth;
  if (born === undefined) return undefined;
  const [year = 0, month = 0, day = 0] = born.split('-').map(Number);
  return Date.UTC(year + 18, month - 1, day) / 86_400_000;
}

/** What one cost is on each night: in dispute, past a known end, or to be paid. */
export class SlowCost {
  readonly element: CostElement;
  readonly #slow: SlowNights;
  readonly #last: number;
  readonly birthday: number | undefined;
  readonly isUnplaced: boolean;
  readonly #placementEnd: number | undefined;
  readonly #others: readonly CostElement[];

  constructor(slow: SlowNights, element: CostElement, last: number) {
    this.#slow = slow;
    this.element = element;
    this.#last = last;
    this.birthday = birthdayOf(slow, element.childId);
    const named = slow.facts.episodes.find(
      ({ childId, decom }) => childId === element.childId && decom === element.placementStart,
    );
    const begins = [element.from, element.placementStart].some((day) => day <= last);
    this.isUnplaced = named === undefined && begins;
    this.#placementEnd = named && costEnd(slow, named);
    const charge = ({ childId, placementStart, funder, provider, ...of }: CostElement) =>
      [childId, placementStart, of.element, funder, provider, of.costCentre, of.subjective].join();
    this.#others = slow.facts.elements.filter(
      (other) => other !== element && charge(other) === charge(element) && holds(other, other.from),
    );
  }

  isShort(night: number): boolean {
    return this.#slow.costGroup(this.element.childId, night) === 'shortBreak';
  }

  isDisputed(night: number): boolean {
    const end = this.#placementEnd;
    return this.isUnplaced || (end !== undefined && end <= this.#last && night >= end);
  }

  /** By which known end the night to come is not charged for; undefined where none says so. */
  pastEnd(night: number): 'eighteen' | 'placement' | undefined {
    if (night <= this.#last) return undefined;
    const { from, to } = this.element;
    const { birthday } = this;
    const statesNothing = to === undefined || /-(?:03-31|04-01)$/.test(isoOf(to));
    const eighteen =
      birthday !== undefined && from < birthday && statesNothing && (to ?? birthday + 1) > birthday;
    const ends = this.#placementEnd;
    const after = ends !== undefined && ends > this.#last && night >= ends;
    if (eighteen && night >= birthday) {
      // The earlier of the two; the birthday where both are on one day.
      const first = Math.max(birthday, this.#last + 1);
      return after && ends < first ? 'placement' : 'eighteen';
    }
    return after ? 'placement' : undefined;
  }

  follows(): boolean {
    return this.#others.some(({ to }) => to === this.element.from);
  }

  isFollowed(): boolean {
    return this.#others.some(({ from }) => from === this.element.to);
  }

  /** Whether the night is charged for and nothing speaks against it. */
  isSound(night: number): boolean {
    const { element } = this;
    return holds(element, night) && !this.isDisputed(night) && this.pastEnd(night) === undefined;
  }
}

function addSteps(
  sums: readonly SlowSums[],
  cost: SlowCost,
  first: number,
  last: number,
  end: number,
) {
  const { element } = cost;
  const { childId } = element;
  const rate = BigInt(element.weeklyRate);
  const add = (kind: string, weekly: bigint) => {
    for (const each of sums) each.add(kind, weekly, childId);
  };
  const runs = holds(element, last);
  for (let night = first; night < end; night += 1) {
    if (cost.isShort(night)) continue;
    const held = holds(element, night);
    if (night <= last) {
      if (held) add('toDate', rate);
      if (held && cost.isDisputed(night)) add('disputedToDate', rate);
      continue;
    }
    if (runs) add('running', rate);
    if (runs && !held) add(cost.isFollowed() ? 'price' : 'ended', -rate);
    if (!runs && element.from > last && night >= element.from) {
      const begun = cost.follows() ? 'price' : 'begins';
      add(begun, rate);
      const ended = begun === 'begins' ? 'begins' : 'ended';
      if (!held) add(cost.isFollowed() ? 'price' : ended, -rate);
    }
    if (!held) continue;
    if (cost.isDisputed(night)) add('disputed', -rate);
    else if (cost.pastEnd(night) !== undefined) add(String(cost.pastEnd(night)), -rate);
  }
}

interface SlowPace {
  readonly window: { arrived: bigint; left: bigint };
  readonly arrives: Map<number, bigint>;
  readonly leaves: Map<number, bigint>;
  readonly costs: SlowCost[];
}

function more(map: Map<number, bigint>, night: number, by: bigint): void {
  map.set(night, (map.get(night) ?? 0n) + by);
}

function addChanges(
  pace: SlowPace,
  sums: readonly SlowSums[],
  cost: SlowCost,
  nights: readonly number[],
  last: number,
) {
  const { element } = cost;
  const rate = BigInt(element.weeklyRate);
  for (const night of nights) {
    const now = cost.isSound(night);
    const before = cost.isSound(night - 1);
    const ofAge = cost.birthday !== undefined && night >= cost.birthday;
    if (now && !before && !ofAge && !cost.follows() && !cost.isShort(night)) {
      if (night > last) more(pace.arrives, night, rate);
      else {
        pace.window.arrived += rate;
        for (const each of sums) each.add('arrived', rate, element.childId, 1n);
      }
    }
    if (now || !before || cost.isShort(night - 1)) continue;
    const isPrice = cost.isFollowed() && night === element.to;
    if (isPrice || ofAge) continue;
    if (night > last) more(pace.leaves, night, rate);
    else {
      pace.window.left += rate;
      for (const each of sums) each.add('left', rate, element.childId, 1n);
    }
  }
}

/** What the nights to come cost more or less at the pace, night by night. */
function paceOf(
  pace: SlowPace,
  last: number,
  end: number,
  length: number,
  scale: Fraction,
): Fraction {
  let sum = new Fraction(0n);
  let [arrives, leaves] = [0n, 0n];
  for (let night = last + 1; night < end; night += 1) {
    arrives += pace.arrives.get(night) ?? 0n;
    leaves += pace.leaves.get(night) ?? 0n;
    const ahead = Math.min(night - last, length);
    const part = BigInt(ahead) * scale.numerator;
    const unit = BigInt(length) * scale.denominator;
    const positive = (value: bigint) => (value > 0n ? value : 0n);
    const coming = positive(pace.window.arrived * part - arrives * unit);
    const going = positive(pace.window.left * part - leaves * unit);
    let paid = 0n;
    for (const cost of pace.costs) {
      if (cost.isSound(night) && !cost.isShort(night)) paid += BigInt(cost.element.weeklyRate);
    }
    const change = coming - going < -paid * unit ? -paid * unit : coming - going;
    sum = sum.plus(new Fraction(change, unit * 7n));
  }
  return sum;
}

/** The projection from single nights: each step, and the pace at any scale, of all and of each line. */
export function slowOutturn({ facts, lastNight: last, basis }: RandomOutturn) {
  const slow = new SlowNights(facts);
  const [year = 0, month = 0] = isoOf(last).split('-').map(Number);
  const start = year - (month < 4 ? 1 : 0);
  const first = Date.UTC(start, 3, 1) / 86_400_000;
  const end = Date.UTC(start + 1, 3, 1) / 86_400_000;
  const known = basis.endsKnownFrom ?? Number.POSITIVE_INFINITY;
  const windowFrom = Math.max(last + 1 - 7 * basis.weeks, known);
  const length = last + 1 - windowFrom;
  const hasPace = basis.weeks > 0 && length >= 28;
  const nights = Array.from({ length: Math.max(0, end - windowFrom) }, (_, at) => windowFrom + at);
  const all = new SlowSums();
  const lines = new Map<string, SlowSums>();
  const window = { arrived: 0n, left: 0n };
  const changes: SlowPace = { window, arrives: new Map(), leaves: new Map(), costs: [] };
  for (const element of facts.elements) {
    if (!holds(element, element.from)) continue;
    const key = `${element.costCentre ?? ''} ${element.subjective ?? ''}`;
    const line = lines.get(key) ?? new SlowSums();
    lines.set(key, line);
    const cost = new SlowCost(slow, element, last);
    changes.costs.push(cost);
    addSteps([all, line], cost, first, last, end);
    if (hasPace) addChanges(changes, [all, line], cost, nights, last);
  }
  const pace = (scale: Fraction) =>
    hasPace ? paceOf(changes, last, end, length, scale) : new Fraction(0n);
  return { all, lines, pace, hasPace };
}
