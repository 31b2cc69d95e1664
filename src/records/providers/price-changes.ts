import { type Pence, penceOf } from '../../core/money.ts';
import { type DayNumber, dateOfDayNumber, type PlainDate } from '../../core/plain-date.ts';
import type { CareHistory, NightGroup } from '../care-cost/attribution.ts';
import { COST_ELEMENTS, type CostElement } from '../model.ts';
import { inWords } from '../reports/value-in-words.ts';
import { type ChargedStretch, chargedStretches } from './charged-stretches.ts';
import { riseOf } from './rise.ts';

/** A day from which a package costs another price with the same provider in the same placement. */
export interface PriceChange {
  readonly date: PlainDate;
  readonly placementStart: DayNumber;
  readonly group: NightGroup;
  readonly before: Pence;
  readonly after: Pence;
  /** Per cent, to one decimal; null from nothing. */
  readonly rise: number | null;
  /** Which parts of the package cost another price. */
  readonly what: string;
}

function weeklyOf(elements: readonly CostElement[], kind: CostElement['element']) {
  const own = elements.filter(({ element }) => element === kind);
  const weekly = own.reduce((sum, { weeklyRate }) => sum + weeklyRate, 0);
  return own.length === 0 ? undefined : weekly;
}

/** `Core raised. Additional support ended`: what became different, part by part. */
function whatChanged(before: readonly CostElement[], after: readonly CostElement[]): string {
  const said = COST_ELEMENTS.flatMap((kind) => {
    const [was, is] = [weeklyOf(before, kind), weeklyOf(after, kind)];
    if (was === is) return [];
    const became =
      was === undefined ? 'added' : is === undefined ? 'ended' : is > was ? 'raised' : 'lowered';
    return [`${inWords(kind)} ${became}`];
  });
  return said.join('. ');
}

function changeBetween(one: ChargedStretch, other: ChargedStretch, placementStart: DayNumber) {
  if (one.to !== other.from || one.weeklyPence === other.weeklyPence) return [];
  const change: PriceChange = {
    date: dateOfDayNumber(other.from),
    placementStart,
    group: other.group,
    before: penceOf(one.weeklyPence),
    after: penceOf(other.weeklyPence),
    rise: riseOf(one.weeklyPence, other.weeklyPence) ?? null,
    what: whatChanged(one.elements, other.elements),
  };
  return [change];
}

const EVER = 1_000_000;

/** Every change of price of one child's packages with one provider, each placement for itself; what begins or ends is none. */
export function priceChanges(elements: readonly CostElement[], care: CareHistory): PriceChange[] {
  const starts = new Set(elements.map(({ placementStart }) => placementStart));
  return [...starts].flatMap((placementStart) => {
    const own = elements.filter((element) => element.placementStart === placementStart);
    const stretches = chargedStretches(own, care, { from: -EVER, to: EVER });
    return stretches.flatMap((stretch, at) => {
      const next = stretches[at + 1];
      return next === undefined ? [] : changeBetween(stretch, next, placementStart);
    });
  });
}
