import { type Pence, penceOf } from '../../core/money.ts';
import { holdsNight } from '../../core/nights.ts';
import type { DayNumber } from '../../core/plain-date.ts';
import { isContribution } from '../care-cost/care-cost.ts';
import type { CostElement } from '../model.ts';

/** What a package costs a week from one night on. */
export interface CostStep {
  readonly from: DayNumber;
  readonly grossPence: Pence;
  /** What social care pays itself. */
  readonly netPence: Pence;
}

/** What the child's packages cost a week on the night, whoever pays, and what social care pays itself. */
function weeklyCostOn(elements: readonly CostElement[], night: DayNumber): CostStep {
  let gross = 0;
  let net = 0;
  for (const element of elements) {
    if (!holdsNight(element, night)) continue;
    gross += element.weeklyRate;
    if (!isContribution(element)) net += element.weeklyRate;
  }
  return { from: night, grossPence: penceOf(gross), netPence: penceOf(net) };
}

/** The weekly cost at each night up to and including `until` on which it changed, in order. */
export function weeklyCostSteps(
  elements: readonly CostElement[],
  until: DayNumber,
): readonly CostStep[] {
  const turns = new Set(
    elements.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])),
  );
  const steps: CostStep[] = [];
  for (const night of [...turns].filter((each) => each <= until).sort((one, two) => one - two)) {
    const step = weeklyCostOn(elements, night);
    const last = steps.at(-1);
    if (last?.grossPence === step.grossPence && last.netPence === step.netPence) continue;
    steps.push(step);
  }
  return steps;
}
