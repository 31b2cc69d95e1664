import type { DayNumber } from '../../core/plain-date.ts';
import { ofOneCharge } from '../care-cost/of-one-charge.ts';
import { type Placement, placementsOf } from '../care-cost/placements.ts';
import type { CostElement } from '../model.ts';
import type { AsAt, ChildCosts } from './child-costs.ts';
import { comingOfAge, endsAtEighteen } from './coming-of-age.ts';

/** Findings that put a cost in dispute. */
export const DISPUTES = ['cost-after-placement-ended', 'cost-without-placement'] as const;
export type Dispute = (typeof DISPUTES)[number];

/** Ends that are known though the cost itself has none. */
export const KNOWN_ENDS = ['eighteen', 'placement'] as const;
export type KnownEnd = (typeof KNOWN_ENDS)[number];

/** A cost element with what is known of it beside its own dates. */
export interface JudgedCost {
  readonly element: CostElement;
  /** From which night on it is in dispute. All nights to come of such a cost are. */
  readonly dispute: { readonly rule: Dispute; readonly from: DayNumber } | undefined;
  /** The first night that it is not going to be charged for, of those to come. */
  readonly end: { readonly kind: KnownEnd; readonly day: DayNumber } | undefined;
  readonly birthday: DayNumber | undefined;
  /** Whether it follows another rate of the same charge, or is followed by one, without a gap. */
  readonly replaces: boolean;
  readonly isReplaced: boolean;
}

function holdsANight({ from, to }: CostElement): boolean {
  return to === undefined || from < to;
}

function disputeOf(
  { from, placementStart }: CostElement,
  placement: Placement | undefined,
  lastNight: DayNumber,
): JudgedCost['dispute'] {
  if (placement === undefined) {
    // What is to begin with a placement to come is no dispute yet.
    if (Math.min(from, placementStart) > lastNight) return undefined;
    return { rule: 'cost-without-placement', from };
  }
  const { costEnd } = placement;
  if (costEnd === undefined || costEnd > lastNight) return undefined;
  return { rule: 'cost-after-placement-ended', from: Math.max(from, costEnd) };
}

function endOf(
  element: CostElement,
  placement: Placement | undefined,
  birthday: DayNumber | undefined,
  firstToCome: DayNumber,
): JudgedCost['end'] {
  const ofPlacement = placement?.costEnd;
  const eighteen =
    birthday !== undefined && endsAtEighteen(element, birthday)
      ? Math.max(birthday, firstToCome)
      : undefined;
  if (eighteen !== undefined && eighteen <= (ofPlacement ?? eighteen)) {
    return { kind: 'eighteen', day: eighteen };
  }
  return ofPlacement === undefined ? undefined : { kind: 'placement', day: ofPlacement };
}

/** The costs of one child, each judged by the records as they stand after the last night. */
export function judgedCosts(
  { child, care, elements }: ChildCosts,
  { lastNight }: AsAt,
): JudgedCost[] {
  const costs = elements.filter(holdsANight);
  if (costs.length === 0) return [];
  const placements = placementsOf(care.spans.map(({ episode }) => episode));
  const born = child?.dateOfBirth;
  const birthday = born === undefined ? undefined : comingOfAge(born);
  return costs.map((element) => {
    const placement = placements.find(({ episodes }) =>
      episodes.some(({ decom }) => decom === element.placementStart),
    );
    const dispute = disputeOf(element, placement, lastNight);
    const ofOne = costs.filter((other) => other !== element && ofOneCharge(other, element));
    return {
      element,
      dispute,
      birthday,
      end: dispute === undefined ? endOf(element, placement, birthday, lastNight + 1) : undefined,
      replaces: ofOne.some(({ to }) => to === element.from),
      isReplaced: ofOne.some(({ from }) => from === element.to),
    };
  });
}
