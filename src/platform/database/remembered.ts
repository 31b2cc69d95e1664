/** Of all councils together. */
const MOST_THINGS = 200_000;

/** What is remembered, in which form of what it is made from. */
export interface ToRemember {
  /** Everything that tells it from another of the council: its name, the day, and which rows the reader sees. */
  readonly what: string;
  /** A text that changes whenever the rows do that it is made from. */
  readonly version: string;
}

interface Kept {
  readonly version: string;
  readonly things: Promise<readonly unknown[]>;
  /** How many things it is; 1 while it is worked out, and where it is none. */
  weight: number;
}

/**
 * Lists that were worked out from councils' rows, kept until those change. Who asks for one while it is
 * worked out waits for the same. When they come to too many things, the council that holds the most
 * gives up the list asked for longest ago: none can push out another's.
 */
export class Remembered {
  /** By council, then by what it is; what was asked for last stands last. */
  readonly #councils = new Map<string, Map<string, Kept>>();
  readonly #mostThings: number;

  constructor(mostThings = MOST_THINGS) {
    this.#mostThings = mostThings;
  }

  /** How many things of the council are kept. */
  heldBy(authority: string): number {
    const lists = this.#councils.get(authority)?.values() ?? [];
    return [...lists].reduce((sum, { weight }) => sum + weight, 0);
  }

  /** The list as it was worked out, or worked out now. */
  of<Thing>(
    authority: string,
    { what, version }: ToRemember,
    work: () => Promise<readonly Thing[]>,
  ): Promise<readonly Thing[]> {
    const lists = this.#councils.get(authority) ?? new Map<string, Kept>();
    this.#councils.set(authority, lists);
    const before = lists.get(what);
    lists.delete(what);
    if (before?.version === version) {
      lists.set(what, before);
      return before.things as Promise<readonly Thing[]>;
    }
    const things = work();
    const kept: Kept = { version, things, weight: 1 };
    lists.set(what, kept);
    things.then(
      ({ length }) => {
        kept.weight = Math.max(1, length);
        this.#forgetSome();
      },
      () => {
        if (lists.get(what) === kept) lists.delete(what);
      },
    );
    return things;
  }

  #forgetSome(): void {
    const held = new Map([...this.#councils.keys()].map((code) => [code, this.heldBy(code)]));
    let all = [...held.values()].reduce((sum, weight) => sum + weight, 0);
    while (all > this.#mostThings) {
      const [code, most] = [...held].reduce((one, other) => (other[1] > one[1] ? other : one));
      const lists = this.#councils.get(code);
      const [oldest] = lists ?? [];
      if (lists === undefined || oldest === undefined) return;
      lists.delete(oldest[0]);
      held.set(code, most - oldest[1].weight);
      all -= oldest[1].weight;
    }
  }
}
