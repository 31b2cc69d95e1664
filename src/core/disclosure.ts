import { type Partition, type Range, rangesWorkedOut } from './disclosure-ranges.ts';

/** What stands in place of a figure withheld for confidentiality (the `[c]` of the Government Statistical Service's table symbols). Every withheld figure looks the same. */
export const HIDDEN = '[c]';
export type Hidden = typeof HIDDEN;

/** The threshold unless a council chooses another: counts of 1 to 4 are withheld, 0 is shown. */
export const USUAL_THRESHOLD = 5;

/** Counts that are linked by sums and published together. */
export interface LinkedCounts {
  /** Every count by name, those that are not themselves published included. */
  readonly counts: ReadonlyMap<string, number>;
  /** Which add up to which. They must hang together as a tree (see rangesWorkedOut). */
  readonly partitions: readonly Partition[];
  /** Counts that are never shown but could be worked out, such as the children who are not over 16. */
  readonly unpublished?: ReadonlySet<string>;
  /** Counts that are withheld whatever they are, unless they are nought. */
  readonly withheld?: ReadonlySet<string>;
}

/** Whether a count must be withheld for itself: at least one and below the threshold. */
export function isSmall(count: number, threshold: number): boolean {
  return count > 0 && count < threshold;
}

/** The figure, or HIDDEN. */
export function shownUnless<Figure>(hidden: boolean, figure: Figure): Figure | Hidden {
  return hidden ? HIDDEN : figure;
}

/** What a reader knows of one count at sight: a published count that is withheld is not nought, for noughts are always shown. */
function atSight(name: string, count: number, hidden: boolean, linked: LinkedCounts): Range {
  const most = Number.POSITIVE_INFINITY;
  if (linked.unpublished?.has(name)) return { least: 0, most };
  return hidden ? { least: 1, most } : { least: count, most: count };
}

function smallestShown(
  names: readonly string[],
  linked: LinkedCounts,
  hidden: ReadonlySet<string>,
): string | undefined {
  let smallest: string | undefined;
  for (const name of names) {
    const count = linked.counts.get(name) ?? 0;
    if (count === 0 || hidden.has(name) || linked.unpublished?.has(name)) continue;
    if (smallest === undefined || count < (linked.counts.get(smallest) ?? 0)) smallest = name;
  }
  return smallest;
}

/** The next count to withhold for the sake of an exposed one: the smallest part beside it, else a total above it, else the smallest of all that are left. */
function nextToHide(
  exposed: string,
  linked: LinkedCounts,
  hidden: ReadonlySet<string>,
): string | undefined {
  const asPart = linked.partitions.filter(({ parts }) => parts.includes(exposed));
  const asTotal = linked.partitions.filter(({ total }) => total === exposed);
  const choices = [
    asPart.flatMap(({ parts }) => parts),
    asPart.map(({ total }) => total),
    asTotal.flatMap(({ parts }) => parts),
    [...linked.counts.keys()],
  ];
  for (const names of choices) {
    const name = smallestShown(names, linked, hidden);
    if (name !== undefined) return name;
  }
  return undefined;
}

/**
 * The names of the counts to withhold: every small one, and then as many more as it takes until no
 * small count, published or not, can be worked out or bounded below the threshold by a reader who
 * adds and subtracts everything that is shown and knows that a withheld count is not nought.
 * A count that stands in several partitions is withheld in all of them.
 */
export function countsToHide(linked: LinkedCounts, threshold: number): Set<string> {
  const { counts, partitions } = linked;
  const small = [...counts.keys()].filter((name) => isSmall(counts.get(name) ?? 0, threshold));
  const hidden = new Set(small.filter((name) => !linked.unpublished?.has(name)));
  for (const name of linked.withheld ?? []) if (counts.get(name) !== 0) hidden.add(name);
  for (;;) {
    const known = new Map<string, Range>();
    for (const [name, count] of counts) {
      known.set(name, atSight(name, count, hidden.has(name), linked));
    }
    const ranges = rangesWorkedOut(known, partitions);
    const exposed = small.find((name) => (ranges.get(name)?.most ?? 0) < threshold);
    if (exposed === undefined) return hidden;
    const next = nextToHide(exposed, linked, hidden);
    if (next === undefined) return hidden;
    hidden.add(next);
  }
}
