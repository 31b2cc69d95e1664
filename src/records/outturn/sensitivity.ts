import { type Pence, penceOf } from '../../core/money.ts';
import { nightsToCome } from './child-costs.ts';
import { STEPS, type StepKind } from './cost-steps.ts';
import {
  type Outturn,
  type OutturnSums,
  paceExact,
  rounded,
  stepsExact,
  together,
} from './outturn.ts';
import type { Scale } from './pace.ts';

/** What the projection would be more or less, if one thing were otherwise. */
export interface Sensitivity {
  readonly kind:
    | 'child-week'
    | 'child-to-year-end'
    | 'price'
    | 'pace-more'
    | 'pace-less'
    | 'eighteen'
    | 'placement'
    | 'disputed-runs-on'
    | 'disputed-not-owed';
  /** Added to the projection. */
  readonly pence: Pence;
}

const TO_COME = STEPS.filter((kind) => kind !== 'toDate');

/** The projection’s children and what they cost by the week on the last night: no cost in dispute among them. */
export interface AveragePrice {
  readonly children: number;
  readonly weeklyPence: number;
}

const QUARTER_MORE: Scale = { part: 5, whole: 4 };
const QUARTER_LESS: Scale = { part: 3, whole: 4 };

function withSign(pence: Pence, sign: 1 | -1): Pence {
  return penceOf(sign * pence);
}

function off(sums: OutturnSums, kind: StepKind): Pence {
  return withSign(rounded(stepsExact(sums, [kind])), -1);
}

/**
 * What the projection would be more or less:
 * - for a child one week longer, or from tomorrow to the year's end, at the average price;
 * - for prices one per cent higher on all nights to come, those of the pace too;
 * - for a pace a quarter faster, and a quarter slower;
 * - if none of the known ends came: everybody stays on at today's price;
 * - if costs in dispute run on, and if what they cost so far is not owed.
 */
export function sensitivities(outturn: Outturn, average: AveragePrice): Sensitivity[] {
  const { sums, asAt } = outturn;
  const { children, weeklyPence } = average;
  const toCome = nightsToCome(asAt);
  const nights = toCome.to - toCome.from;
  const pace = paceExact(outturn);
  const scaled = (scale: Scale) => {
    const { sum, over } = paceExact(outturn, scale);
    return rounded({ sum: sum - pace.sum * (over / pace.over), over });
  };
  const later = together(stepsExact(sums, TO_COME), pace);
  const perChild = (sum: number, over: number) =>
    children === 0 ? penceOf(0) : rounded({ sum, over: over * children });
  return [
    { kind: 'child-week', pence: perChild(weeklyPence, 1) },
    { kind: 'child-to-year-end', pence: perChild(weeklyPence * nights, 7) },
    { kind: 'price', pence: rounded({ sum: later.sum, over: later.over * 100 }) },
    { kind: 'pace-more', pence: scaled(QUARTER_MORE) },
    { kind: 'pace-less', pence: scaled(QUARTER_LESS) },
    { kind: 'eighteen', pence: off(sums, 'eighteen') },
    { kind: 'placement', pence: off(sums, 'placement') },
    { kind: 'disputed-runs-on', pence: off(sums, 'disputed') },
    {
      kind: 'disputed-not-owed',
      pence: withSign(rounded(stepsExact(sums, ['disputedToDate'])), -1),
    },
  ];
}
