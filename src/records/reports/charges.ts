import type { Pence } from '../../core/money.ts';
import { NightlyTotal } from '../../core/nights.ts';
import { dateOfDayNumber, type PlainDate } from '../../core/plain-date.ts';
import { attributeNights, type CostGroup } from '../care-cost/attribution.ts';
import { inWords } from './value-in-words.ts';
import type { ChildFacts } from './weekly-report/facts.ts';
import { COST_GROUP_NAMES } from './weekly-report/group-names.ts';
import type { Week } from './weekly-report/week.ts';

/** One cost element of a package on the nights of the week that it was charged in one placement group. */
export type Charge = {
  readonly childId: string;
  readonly package: string;
  readonly groupCode: CostGroup;
  readonly group: string;
  readonly placementStart: PlainDate;
  readonly element: string;
  readonly funder: string;
  readonly provider: string | null;
  readonly contract: string | null;
  readonly costCentre: string | null;
  readonly subjective: string | null;
  readonly nights: number;
  readonly weeklyRate: Pence;
  readonly cost: Pence;
};

function costOf(nights: number, weeklyRate: Pence): Pence {
  const total = new NightlyTotal();
  total.add(nights, weeklyRate);
  return total.pence;
}

/** What one child's packages were charged in the week, short breaks left out as in the report. */
function chargesOf({ childId, care, elements }: ChildFacts, week: Week, name: string): Charge[] {
  return elements.flatMap((element) => {
    const nightsIn = new Map<CostGroup, number>();
    attributeNights(element, week.nights, care, (group, nights) => {
      if (group !== 'shortBreak') nightsIn.set(group, (nightsIn.get(group) ?? 0) + nights);
    });
    return Array.from(nightsIn, ([groupCode, nights]) => ({
      childId,
      package: name,
      groupCode,
      group: COST_GROUP_NAMES[groupCode],
      placementStart: dateOfDayNumber(element.placementStart),
      element: inWords(element.element),
      funder: inWords(element.funder),
      provider: element.provider ?? null,
      contract: element.contract === undefined ? null : inWords(element.contract),
      costCentre: element.costCentre ?? null,
      subjective: element.subjective ?? null,
      nights,
      weeklyRate: element.weeklyRate,
      cost: costOf(nights, element.weeklyRate),
    }));
  });
}

/** Everything charged on the nights of the week. */
export function weekCharges(
  facts: readonly ChildFacts[],
  week: Week,
  pseudonym: (childId: string) => string,
): Charge[] {
  return facts.flatMap((ofChild) => {
    if (ofChild.elements.length === 0) return [];
    return chargesOf(ofChild, week, pseudonym(ofChild.childId));
  });
}

/** By what charges can be summed and narrowed. */
export const CHARGE_KEYS = [
  'group',
  'element',
  'funder',
  'provider',
  'contract',
  'costCentre',
] as const;
export type ChargeKey = (typeof CHARGE_KEYS)[number];

/** The charges under one value of a key. */
export interface ChargeSubtotal {
  readonly value: string | null;
  readonly children: number;
  readonly nights: number;
  /** Rounded once, so subtotals may differ from the sum of their rows by pence. */
  readonly cost: Pence;
}

function summed(value: string | null, charges: readonly Charge[]): ChargeSubtotal {
  const total = new NightlyTotal();
  for (const { nights, weeklyRate } of charges) total.add(nights, weeklyRate);
  const children = new Set(charges.map(({ childId }) => childId)).size;
  return { value, children, nights: total.nights, cost: total.pence };
}

/** The charges summed by a key, dearest first, and all of them. Nights are those of elements: a package of two counts a night twice. */
export function chargeSubtotals(
  charges: readonly Charge[],
  by: ChargeKey,
): { readonly lines: readonly ChargeSubtotal[]; readonly total: ChargeSubtotal } {
  const byValue = new Map<string | null, Charge[]>();
  for (const charge of charges) {
    const known = byValue.get(charge[by]);
    if (known === undefined) byValue.set(charge[by], [charge]);
    else known.push(charge);
  }
  const lines = Array.from(byValue, ([value, of]) => summed(value, of));
  return {
    lines: lines.toSorted((one, other) => other.cost - one.cost),
    total: summed(null, charges),
  };
}

/** Every value that the charges have under a key, in order of the alphabet. */
export function valuesOf(charges: readonly Charge[], key: ChargeKey): readonly string[] {
  const values = new Set(charges.map((charge) => charge[key]));
  values.delete(null);
  return [...values].map(String).sort((one, other) => one.localeCompare(other, 'en-GB'));
}
