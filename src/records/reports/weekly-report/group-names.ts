import type { CostGroup } from '../../care-cost/attribution.ts';
import { PLACEMENT_GROUP_NAMES } from '../../codes/placement-group.ts';

/** What each group of the spend is called. */
export const COST_GROUP_NAMES: Readonly<Record<CostGroup, string>> = {
  ...PLACEMENT_GROUP_NAMES,
  noPlacement: 'Without a placement',
};
