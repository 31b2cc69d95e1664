import { type Pence, penceOf } from '../../core/money.ts';
import { roundedDivision } from '../../core/nights.ts';
import type { CostElement } from '../model.ts';
import { allot } from './allot.ts';
import { type AsAt, type ChildCosts, nightsToCome } from './child-costs.ts';
import { type CostStep, disputedToDate, STEPS, type StepKind, stepsOfCost } from './cost-steps.ts';
import { type JudgedCost, judgedCosts } from './judged-cost.ts';
import { Pace, type Scale } from './pace.ts';
import { type PaceBasis, type PaceWindow, paceWindow } from './pace-window.ts';
import { type RateChange, rateChangesOf } from './rate-changes.ts';

/** Every figure that is told of children: a step, what is in dispute of the nights that have been, and what tells the pace. */
export type ToldOf = StepKind | 'disputedToDate' | RateChange['kind'];

/** One cost's part of a figure; `nights` at its rate, or what it added to the week where it tells the pace. */
export interface CostTold {
  readonly childId: string;
  readonly element: CostElement;
  readonly kind: ToldOf;
  readonly from: number;
  readonly nights: number;
}

/** What one budget line, or all, comes to before anything is rounded: nights × weekly rate. */
export class OutturnSums {
  readonly #sums = new Map<ToldOf, number>();
  readonly #children = new Map<ToldOf, Set<string>>();

  add({ childId, element, kind, nights }: CostTold): void {
    this.#sums.set(kind, this.penceNights(kind) + nights * element.weeklyRate);
    if (element.weeklyRate === 0) return;
    const children = this.children(kind);
    children.add(childId);
    this.#children.set(kind, children);
  }

  penceNights(...kinds: readonly ToldOf[]): number {
    return kinds.reduce((sum, kind) => sum + (this.#sums.get(kind) ?? 0), 0);
  }

  children(kind: ToldOf): Set<string> {
    return this.#children.get(kind) ?? new Set();
  }
}

/** One cost centre and subjective of the projection. */
export interface OutturnLine {
  readonly costCentre: string | undefined;
  readonly subjective: string | undefined;
  readonly sums: OutturnSums;
  /** Its share of the pace, by what is projected of each line for the nights to come. */
  readonly pacePence: Pence;
}

/** What a year is going to cost, as far as anything is known by its last night. */
export interface Outturn {
  readonly asAt: AsAt;
  readonly window: PaceWindow | undefined;
  readonly lines: readonly OutturnLine[];
  readonly sums: OutturnSums;
  /** Of all lines together: the few costs of one line tell none. */
  readonly pace: Pace | undefined;
}

type Line = Omit<OutturnLine, 'pacePence'>;

function toldOfCost(judged: JudgedCost, child: ChildCosts, asAt: AsAt): CostTold[] {
  const { element } = judged;
  const of = { childId: child.childId, element };
  const steps = stepsOfCost(judged, child.care, asAt);
  const disputed = disputedToDate(judged, child.care, asAt);
  return [
    ...steps.map((step: CostStep) => ({ ...of, ...step })),
    ...(disputed.nights === 0 ? [] : [{ ...of, kind: 'disputedToDate' as const, ...disputed }]),
  ];
}

function changesSince({ from }: PaceWindow, judged: JudgedCost, { care }: ChildCosts) {
  return rateChangesOf(judged, care).filter(({ day }) => day >= from);
}

const lineKey = ({ costCentre = '', subjective = '' }: CostElement) =>
  JSON.stringify([costCentre, subjective]);

/**
 * The projection of the year that `asAt` looks at, with each budget line's own. With `tell`, every
 * cost's part of every figure is told of as it is counted.
 */
export function outturnOf(
  children: Iterable<ChildCosts>,
  asAt: AsAt,
  basis: PaceBasis,
  tell: (told: CostTold) => void = () => undefined,
): Outturn {
  const window = paceWindow(basis, asAt);
  const toCome = nightsToCome(asAt);
  const pace = window && new Pace(window, toCome);
  const lines = new Map<string, Line>();
  const all = new OutturnSums();
  const lineOf = (element: CostElement): Line => {
    const key = lineKey(element);
    const known = lines.get(key);
    if (known !== undefined) return known;
    const { costCentre, subjective } = element;
    const line = { costCentre, subjective, sums: new OutturnSums() };
    lines.set(key, line);
    return line;
  };
  for (const child of children) {
    for (const judged of judgedCosts(child, asAt)) {
      const { element, dispute, end } = judged;
      const told = toldOfCost(judged, child, asAt);
      const changes = window === undefined ? [] : changesSince(window, judged, child);
      if (told.length === 0 && changes.length === 0) continue;
      const { sums } = lineOf(element);
      for (const change of changes) {
        pace?.addChange(change, element.weeklyRate);
        const { kind, day: from } = change;
        if (from < toCome.from)
          told.push({ childId: child.childId, element, kind, from, nights: 1 });
      }
      if (dispute === undefined) {
        const to = Math.min(element.to ?? toCome.to, end?.day ?? toCome.to, toCome.to);
        pace?.addProjected(element.from, to, element.weeklyRate, child.care);
      }
      for (const each of told) {
        for (const of of [sums, all]) of.add(each);
        tell(each);
      }
    }
  }
  const outturn = { asAt, window, sums: all, pace };
  return { ...outturn, lines: withPaces([...lines.values()], rounded(paceExact(outturn))) };
}

/** A sum that is exact until it is rounded: so much, of what is `over` times as much. */
export interface Exact {
  readonly sum: number;
  readonly over: number;
}

/** What some steps come to. */
export function stepsExact(sums: OutturnSums, kinds: readonly ToldOf[]): Exact {
  return { sum: sums.penceNights(...kinds), over: 7 };
}

/** What the nights to come cost more or less at the pace; nothing where there is none. */
export function paceExact(
  { window, pace }: Pick<Outturn, 'window' | 'pace'>,
  scale?: Scale,
): Exact {
  return { sum: pace?.sum(scale) ?? 0, over: 7 * (window?.nights ?? 1) * (scale?.whole ?? 1) };
}

/** Two together. One of them must be over a multiple of the other, as every pace is of every step. */
export function together(one: Exact, other: Exact): Exact {
  if (one.over < other.over) return together(other, one);
  return { sum: one.sum + other.sum * (one.over / other.over), over: one.over };
}

/** In pence, half a penny away from nought. */
export function rounded({ sum, over }: Exact): Pence {
  return penceOf(roundedDivision(sum, over));
}

/** What is projected of all lines: every step, and the pace. */
export function projectedExact(outturn: Outturn): Exact {
  return together(stepsExact(outturn.sums, STEPS), paceExact(outturn));
}

const TO_COME = STEPS.filter((kind) => kind !== 'toDate');

/** The lines with their shares of the pace: by what is projected of each for the nights to come or, where that is nothing, by what began in each. */
function withPaces(lines: readonly Line[], pace: Pence): OutturnLine[] {
  const toCome = lines.map(({ sums }) => Math.max(0, sums.penceNights(...TO_COME)));
  const weights = toCome.some((weight) => weight > 0)
    ? toCome
    : lines.map(({ sums }) => sums.penceNights('arrived'));
  const shares = allot(pace, weights);
  return lines.map((line, at) => ({ ...line, pacePence: shares[at] ?? penceOf(0) }));
}
