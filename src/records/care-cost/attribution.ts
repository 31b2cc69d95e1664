import type { PlacementGroup } from '../codes/placement-group.ts';

/** Where a night's cost belongs: a placement group, or `noPlacement` when the child had no episode that night. */
export type CostGroup = PlacementGroup | 'noPlacement';
