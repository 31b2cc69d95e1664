import { oneOrMore } from '../../core/english.ts';
import { poundsAndPence } from '../../core/money.ts';
import { NightlyTotal } from '../../core/nights.ts';
import { type DayNumber, dateInWords, dateOfDayNumber } from '../../core/plain-date.ts';
import type { CostElement, Finding } from '../model.ts';
import { attributeNights, type CareHistory, type Period, spanOn } from './attribution.ts';
import { ofOneCharge } from './of-one-charge.ts';
import { type Placement, placementsOf } from './placements.ts';

function inWords(day: DayNumber): string {
  return dateInWords(dateOfDayNumber(day));
}

function charge(element: CostElement): string {
  return `${element.element} at ${poundsAndPence(element.weeklyRate)} a week`;
}

function nightsAndCost(nights: number, element: CostElement): string {
  const total = new NightlyTotal();
  total.add(nights, element.weeklyRate);
  return `${nights} ${oneOrMore(nights, 'night')}, ${poundsAndPence(total.pence)} so far`;
}

const RUNNING = /: (?:1 night|\d+ nights), \S+ so far(?=\.$)| for the night of [^,.]+(?=\.$)/;

/** The message without what grows by itself with every night: the same for as long as the facts are. */
export function withoutRunningFigures(message: string): string {
  return message.replace(RUNNING, '');
}

function withoutCost(
  childId: string,
  care: CareHistory,
  elements: readonly CostElement[],
  night: DayNumber,
): Finding | undefined {
  const span = spanOn(care, night);
  if (span === undefined || span.group === 'shortBreak' || span.group === 'withParents') return;
  const charged = elements.some(
    ({ from, to }) => from <= night && (to === undefined || night < to),
  );
  if (charged) return;
  const { place, decom } = span.episode;
  const message = `Looked after in ${place} since ${inWords(decom)}, but no cost is recorded for the night of ${inWords(night)}.`;
  return { severity: 'warning', rule: 'looked-after-without-cost', childId, message };
}

/** What is wrong with one element's nights up to the end of the period; only what touches the period is told. */
function elementFinding(
  element: CostElement,
  care: CareHistory,
  placements: readonly Placement[],
  period: Period,
): Finding | undefined {
  const soFar = Math.min(element.to ?? period.to, period.to);
  if (soFar <= Math.max(element.from, period.from)) return;
  const { childId, placementStart } = element;
  const finding = (rule: string, message: string): Finding => ({
    severity: 'error',
    rule,
    childId,
    message,
  });
  const placement = placements.find(({ episodes }) =>
    episodes.some(({ decom }) => decom === placementStart),
  );
  if (placement === undefined) {
    return finding(
      'cost-without-placement',
      `${charge(element)} is charged to a placement that started on ${inWords(placementStart)}, but the child has no episode that started then.`,
    );
  }
  const end = placement.costEnd;
  if (end !== undefined && soFar > Math.max(end, period.from)) {
    const nights = soFar - Math.max(end, element.from);
    return finding(
      'cost-after-placement-ended',
      `${charge(element)} runs on after the placement ended on ${inWords(end)}: ${nightsAndCost(nights, element)}.`,
    );
  }
  let outside = 0;
  attributeNights(element, period, care, (group, nights) => {
    if (group === 'noPlacement') outside += nights;
  });
  if (outside === 0) return;
  return finding(
    'cost-outside-care',
    `${charge(element)} is charged on nights on which the child had no episode: ${nightsAndCost(outside, element)}.`,
  );
}

/** Of each two rates that hold the same nights of the period, told where the later begins. */
function overlappingRates(
  childId: string,
  elements: readonly CostElement[],
  period: Period,
): Finding[] {
  const within = elements.filter(
    ({ from, to }) => from < period.to && (to === undefined || to > period.from),
  );
  if (within.length < 2) return [];
  const findings: Finding[] = [];
  /** Of each charge the element that runs longest. */
  const running: CostElement[] = [];
  for (const element of within.sort((one, other) => one.from - other.from)) {
    const at = running.findIndex((each) => ofOneCharge(each, element));
    const before = running[at];
    if (before === undefined) {
      running.push(element);
      continue;
    }
    const runsOnTo = before.to ?? Number.POSITIVE_INFINITY;
    if (Math.max(element.from, period.from) < runsOnTo) {
      const message =
        `${charge(before)} from ${inWords(before.from)} still runs when ${charge(element)} begins on ` +
        `${inWords(element.from)}: both are counted.`;
      findings.push({ severity: 'error', rule: 'rates-overlap', childId, message });
    }
    if (runsOnTo <= (element.to ?? Number.POSITIVE_INFINITY)) running[at] = element;
  }
  return findings;
}

/**
 * What the cost records of one child say that the episodes do not, as of the period's last night:
 * - `looked-after-without-cost` (warning): looked after on the last night, not with parents and not
 *   in a short break, and no element holds that night;
 * - `cost-without-placement` (error): an element of a placement start on which no episode started;
 * - `cost-after-placement-ended` (error): an element that runs on after its placement, and the
 *   temporary placement that followed it, ended, with all its nights and pence so far;
 * - `cost-outside-care` (error): any other element charged on a night without an episode;
 * - `rates-overlap` (error): two rates of one element, payer, provider and code of one placement that
 *   hold the same nights.
 * An element is told of once, under the first of the others that it meets, and only when what is
 * wrong touches the period. Messages do not name the child.
 */
export function careCostFindings(
  childId: string,
  care: CareHistory,
  elements: readonly CostElement[],
  period: Period,
): Finding[] {
  const findings: Finding[] = [];
  const missing = withoutCost(childId, care, elements, period.to - 1);
  if (missing !== undefined) findings.push(missing);
  if (elements.length === 0) return findings;
  findings.push(...overlappingRates(childId, elements, period));
  const placements = placementsOf(care.spans.map((span) => span.episode));
  for (const element of elements) {
    const finding = elementFinding(element, care, placements, period);
    if (finding !== undefined) findings.push(finding);
  }
  return findings;
}
