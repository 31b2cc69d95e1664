import type { DayNumber } from '../../../core/plain-date.ts';
import { type CareHistory, careHistories, NO_CARE } from '../../care-cost/attribution.ts';
import { rowsByChild } from '../../care-cost/by-child.ts';
import type { Budget, Child, CostElement, Episode } from '../../model.ts';
import type { PaceBasis } from '../../outturn/pace-window.ts';

/**
 * Everything the weekly report is made from. Let `year` be the financial year that holds the last
 * night of the week. A store loads, for one council:
 * - elements: every element that shares a night with the year or with the eight nights to the end
 *   of the week, or with the weeks that tell the pace of the outturn (whole rows, and those that
 *   start after the week too, for the projected outturn);
 * - episodes: the whole history of every child who has an episode that shares a night or a date
 *   with the week, or one of those elements. Earlier episodes are needed: a temporary night belongs
 *   to the main placement before it, and a cost is matched to the placement that it names;
 * - children: those of the episodes;
 * - budgets: those of the year;
 * - gone: every child whose last episode an older return left open and whom the newest whole one does
 *   not name, if the end that was given to the episode is no later than the last night.
 * More of any of them changes no figure. Payments are no part of it: the report counts what was
 * committed. In no particular order.
 */
export interface PlacementFacts {
  readonly children: readonly Child[];
  readonly episodes: readonly Episode[];
  readonly elements: readonly CostElement[];
  readonly budgets: readonly Budget[];
  readonly gone: readonly GoneChild[];
  /** What the pace of the projected outturn is told from; without it, there is none. */
  readonly pace?: PaceBasis;
}

/** A child whom the newest whole return does not name, though an older one left the child open. */
export interface GoneChild {
  readonly childId: string;
  /** The first night on which the child is no longer counted. */
  readonly from: DayNumber;
}

/** What is known of one child. */
export interface ChildFacts {
  readonly childId: string;
  readonly child: Child | undefined;
  readonly care: CareHistory;
  readonly elements: readonly CostElement[];
}

/** The facts child by child, in no particular order: every child with an episode or a cost. */
export function factsByChild(facts: PlacementFacts): ChildFacts[] {
  const children = new Map<string, Child>();
  for (const child of facts.children) children.set(child.childId, child);
  const elements = rowsByChild(facts.elements);
  const histories = careHistories(facts.episodes);
  const known: ChildFacts[] = [];
  for (const [childId, care] of histories) {
    const charged = elements.get(childId) ?? [];
    known.push({ childId, child: children.get(childId), care, elements: charged });
  }
  for (const [childId, charged] of elements) {
    if (histories.has(childId)) continue;
    known.push({ childId, child: children.get(childId), care: NO_CARE, elements: charged });
  }
  return known;
}
