import type { Budget, Child, CostElement, Episode } from '../model.ts';

/**
 * Everything the weekly report is made from. Let `year` be the financial year that holds the last
 * night of the week. A store loads, for one council:
 * - elements: every element that shares a night with the year or with the week (whole rows, and
 *   those that start after the week too, for the projected outturn);
 * - episodes: the whole history of every child who has an episode that shares a night with the
 *   week, or one of those elements. Earlier episodes are needed: a temporary night belongs to the
 *   main placement before it, and a cost is matched to the placement that it names;
 * - children: those of the episodes;
 * - budgets: those of the year.
 * Payments are no part of it: the report counts what was committed. In no particular order.
 */
export interface PlacementFacts {
  readonly children: readonly Child[];
  readonly episodes: readonly Episode[];
  readonly elements: readonly CostElement[];
  readonly budgets: readonly Budget[];
}
