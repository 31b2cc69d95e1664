import type { DayNumber } from '../../core/plain-date.ts';
import { type CareHistory, nightsOutsideShortBreaks } from '../care-cost/attribution.ts';
import { type AsAt, nightsToCome } from './child-costs.ts';
import type { JudgedCost } from './judged-cost.ts';

/** The steps from the cost of the nights that have been to what is recorded for the whole year. */
export const RECORDED_STEPS = ['toDate', 'running', 'ended', 'begins', 'price'] as const;

/** The steps from there to what is projected, before the pace. */
export const LESS_STEPS = ['disputed', 'eighteen', 'placement'] as const;

export const STEPS = [...RECORDED_STEPS, ...LESS_STEPS] as const;
export type StepKind = (typeof STEPS)[number];

/** What one cost adds to a step: nights at its weekly rate, below nought where it takes them off. */
export interface CostStep {
  readonly kind: StepKind;
  readonly nights: number;
  /** The first night that it is of. */
  readonly from: DayNumber;
}

/**
 * What one cost adds to each step; nights of short breaks are in none.
 * - `toDate`: its nights of the year that have been;
 * - `running`: it holds the last night, and would run to the year's end at that rate;
 * - `ended`: of those, the nights from its recorded end on; `begins`: it begins later;
 * - `price`: the same two where one rate of a charge follows another without a gap;
 * - `disputed`, `eighteen`, `placement`: nights that are recorded and not projected.
 */
export function stepsOfCost(
  { element, dispute, end, replaces, isReplaced }: JudgedCost,
  care: CareHistory,
  asAt: AsAt,
): CostStep[] {
  const { from, to } = element;
  const toCome = nightsToCome(asAt);
  const steps: CostStep[] = [];
  const add = (kind: StepKind, nights: number, first: DayNumber) => {
    if (nights !== 0) steps.push({ kind, nights, from: first });
  };
  const later = (first: DayNumber, last?: DayNumber) =>
    nightsOutsideShortBreaks({ from: first, to: last }, toCome, care);
  const been = { from: asAt.year.from, to: toCome.from };
  add('toDate', nightsOutsideShortBreaks(element, been, care), Math.max(from, been.from));
  if (to !== undefined && to < toCome.from) return steps;
  const first = Math.max(from, toCome.from);
  const begun = from < toCome.from ? 'running' : replaces ? 'price' : 'begins';
  add(begun, later(first), first);
  if (to !== undefined) {
    const ended = isReplaced ? 'price' : begun === 'begins' ? 'begins' : 'ended';
    add(ended, -later(Math.max(to, first)), Math.max(to, first));
  }
  if (dispute !== undefined) add('disputed', -later(first, to), first);
  else if (end !== undefined) {
    const last = Math.max(end.day, first);
    if (to === undefined || last < to) add(end.kind, -later(last, to), last);
  }
  return steps;
}

/** How many of the nights that have been are in dispute, and from when. */
export function disputedToDate(
  { element, dispute }: JudgedCost,
  care: CareHistory,
  { lastNight, year }: AsAt,
): { readonly nights: number; readonly from: DayNumber } {
  if (dispute === undefined) return { nights: 0, from: element.from };
  const from = Math.max(dispute.from, year.from);
  const run = { from, to: element.to };
  return { nights: nightsOutsideShortBreaks(run, { from, to: lastNight + 1 }, care), from };
}
