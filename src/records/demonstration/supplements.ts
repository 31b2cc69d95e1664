import type { DayNumber } from '../../core/plain-date.ts';
import type { CostElementKind, Funder } from '../model.ts';
import { yearsOld } from './calendar.ts';
import type { Life, Placement } from './history.ts';
import { priceLevel } from './prices.ts';
import type { Random } from './random.ts';

/** A part of another funder in an element's price, from 0 to 1. */
export interface Contribution {
  readonly funder: Exclude<Funder, 'social_care'>;
  readonly share: number;
}

/** An element of a package over some of its days, before it is split into rows. */
export interface PricedElement {
  readonly element: CostElementKind;
  /** Pounds a week when it starts. */
  readonly weekly: number;
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** Whether it rises each 1 April. */
  readonly uplifted: boolean;
  readonly contribution: Contribution | undefined;
}

function part(
  random: Random,
  funder: Contribution['funder'],
  low: number,
  high: number,
): Contribution {
  return { funder, share: Math.round(random.between(low, high) * 20) / 20 };
}

/** Extra staff at the start, tapered off in two steps; one in six keeps them. */
function extraStaff(
  random: Random,
  placement: Placement,
  weekly: number,
  health: boolean,
): PricedElement[] {
  const contribution = health ? part(random, 'health', 0.3, 0.6) : undefined;
  const run = { element: 'additional_support', uplifted: false, contribution } as const;
  if (random.chance(0.16)) return [{ ...run, weekly, from: placement.start, to: placement.end }];
  const steps: PricedElement[] = [];
  let from = placement.start;
  for (const share of [1, 0.6, 0.3]) {
    const to = Math.min(placement.end, from + 7 * random.whole(4, 13));
    if (to > from) steps.push({ ...run, weekly: weekly * share, from, to });
    from = to;
  }
  return steps;
}

function whole(
  placement: Placement,
  element: CostElementKind,
  weekly: number,
  contribution?: Contribution,
): PricedElement {
  return {
    element,
    weekly,
    from: placement.start,
    to: placement.end,
    uplifted: true,
    contribution,
  };
}

function inHome(random: Random, life: Life, placement: Placement, age: number): PricedElement[] {
  const level = priceLevel('agencyResidential', placement.start);
  const complex = life.temperament === 'complex' || life.disabled;
  const elements: PricedElement[] = [];
  if (random.chance(complex ? 0.5 : 0.2)) {
    const staff = random.whole(1, complex ? 3 : 2) * random.between(1_050, 1_500) * level;
    elements.push(...extraStaff(random, placement, staff, complex && random.chance(0.25)));
  }
  if (age > 5 && age < 16 && random.chance(0.32)) {
    const payer = random.chance(0.6) ? part(random, 'education', 0.5, 1) : undefined;
    elements.push(whole(placement, 'education', random.between(480, 1_150) * level, payer));
  }
  if (random.chance(complex ? 0.22 : 0.08)) {
    const payer = random.chance(0.5) ? part(random, 'health', 0.5, 1) : undefined;
    elements.push(whole(placement, 'health', random.between(120, 420) * level, payer));
  }
  return elements;
}

function inFamily(random: Random, life: Life, placement: Placement, age: number): PricedElement[] {
  const level = priceLevel('agencyFoster', placement.start);
  const elements: PricedElement[] = [];
  if (life.temperament !== 'settled' && random.chance(0.16)) {
    elements.push(...extraStaff(random, placement, random.between(140, 420) * level, false));
  }
  if (age > 4 && age < 16 && random.chance(0.09)) {
    elements.push(whole(placement, 'transport', random.between(60, 290) * level));
  }
  return elements;
}

/** What is bought on top of a placement's price: extra staff, education, therapies, transport to school. */
export function drawSupplements(random: Random, life: Life, placement: Placement): PricedElement[] {
  const age = yearsOld(life.dateOfBirth, placement.start);
  switch (placement.setting.kind) {
    case 'agencyResidential':
      return inHome(random, life, placement, age);
    case 'agencyFoster':
    case 'inHouseFoster':
      return inFamily(random, life, placement, age);
    case 'supported': {
      if (life.unaccompanied || !random.chance(0.2)) return [];
      const level = priceLevel('supported', placement.start);
      return extraStaff(random, placement, random.between(180, 620) * level, false);
    }
    default:
      return [];
  }
}

/** Who shares the price of the placement itself: education in a residential school, health for some with complex needs. */
export function drawCoreContribution(
  random: Random,
  life: Life,
  { setting }: Placement,
): Contribution | undefined {
  if (setting.kind === 'residentialSchool') return part(random, 'education', 0.35, 0.6);
  if (setting.kind !== 'agencyResidential') return undefined;
  const share = life.disabled ? 0.45 : life.temperament === 'complex' ? 0.12 : 0.04;
  if (!random.chance(share)) return undefined;
  return random.chance(0.65)
    ? part(random, 'health', 0.15, 0.45)
    : part(random, 'education', 0.1, 0.35);
}
