/** Counts that add up to another count, all named. */
export interface Partition {
  readonly total: string;
  readonly parts: readonly string[];
}

/** The least and the most a count can be. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

const UNLIMITED: Range = { least: 0, most: Number.POSITIVE_INFINITY };

function narrowed(ranges: Map<string, Range>, name: string, least: number, most: number): boolean {
  const before = ranges.get(name) ?? UNLIMITED;
  const after = { least: Math.max(before.least, least), most: Math.min(before.most, most) };
  ranges.set(name, after);
  return after.least !== before.least || after.most !== before.most;
}

function narrowWithin(ranges: Map<string, Range>, { total, parts }: Partition): boolean {
  const rangeOf = (name: string) => ranges.get(name) ?? UNLIMITED;
  const sum = (names: readonly string[], end: keyof Range) =>
    names.reduce((so, name) => so + rangeOf(name)[end], 0);
  let changed = narrowed(ranges, total, sum(parts, 'least'), sum(parts, 'most'));
  for (const part of parts) {
    const others = parts.filter((other) => other !== part);
    const least = rangeOf(total).least - sum(others, 'most');
    const most = rangeOf(total).most - sum(others, 'least');
    if (narrowed(ranges, part, least, most)) changed = true;
  }
  return changed;
}

/**
 * What a reader can work out: the exact range of every count, from what is known of each (one value
 * for a count that is shown) and from which counts add up to which. Exact as long as the partitions
 * hang together as a tree: two share at most one count, and no chain of them comes back to itself.
 */
export function rangesWorkedOut(
  known: ReadonlyMap<string, Range>,
  partitions: readonly Partition[],
): Map<string, Range> {
  const ranges = new Map(known);
  let changed = true;
  while (changed) {
    changed = false;
    for (const partition of partitions) {
      if (narrowWithin(ranges, partition)) changed = true;
    }
  }
  return ranges;
}
