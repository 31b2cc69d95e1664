import type { LinkedCounts } from './disclosure.ts';

type Guess = ReadonlyMap<string, number>;

/**
 * Every way of filling in a partition of this total, and the partitions of its parts, that agrees
 * with what is published. Separate partitions of one total share nothing else, so that each can be
 * tried by itself.
 */
function* fillings(
  parts: readonly string[],
  total: number,
  agrees: (name: string, guess: number) => boolean,
  linked: LinkedCounts,
): Generator<Guess> {
  const [first, ...rest] = parts;
  if (first === undefined) {
    if (total === 0) yield new Map();
    return;
  }
  for (let value = rest.length === 0 ? total : 0; value <= total; value++) {
    if (!agrees(first, value)) continue;
    const below = linked.partitions.filter((partition) => partition.total === first);
    const inside = below.map((each) => [...fillings(each.parts, value, agrees, linked)]);
    if (inside.some((ways) => ways.length === 0)) continue;
    for (const beside of fillings(rest, total - value, agrees, linked)) {
      for (const way of [new Map(), ...inside.flat()])
        yield new Map([[first, value], ...way, ...beside]);
    }
  }
}

/** For tests: every value that each count can have for a reader who tries all tables with a `total` up to a most. */
export function possibleValues(
  linked: LinkedCounts,
  hidden: ReadonlySet<string>,
  knowsNoughtsAreShown: boolean,
  most: number,
): Map<string, Set<number>> {
  const agrees = (name: string, guess: number) => {
    if (linked.unpublished?.has(name)) return true;
    if (!hidden.has(name)) return guess === linked.counts.get(name);
    return guess > 0 || !knowsNoughtsAreShown;
  };
  const possible = new Map<string, Set<number>>();
  for (let total = 0; total <= most; total++) {
    if (!agrees('total', total)) continue;
    const tops = linked.partitions.filter((partition) => partition.total === 'total');
    const ways = tops.map(({ parts }) => [...fillings(parts, total, agrees, linked)]);
    if (ways.some((filling) => filling.length === 0)) continue;
    for (const guess of [new Map([['total', total]]), ...ways.flat()]) {
      for (const [name, value] of guess) {
        possible.set(name, (possible.get(name) ?? new Set()).add(value));
      }
    }
  }
  return possible;
}
