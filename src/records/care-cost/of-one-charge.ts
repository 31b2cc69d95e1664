import type { CostElement } from '../model.ts';

/** Whether two elements are parts of the same charge, so that one rate replaces the other. */
export function ofOneCharge(one: CostElement, other: CostElement): boolean {
  return (
    one.element === other.element &&
    one.placementStart === other.placementStart &&
    one.funder === other.funder &&
    one.provider === other.provider &&
    one.costCentre === other.costCentre &&
    one.subjective === other.subjective
  );
}
