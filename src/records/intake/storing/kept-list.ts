/** The first of many things, with a count of those that were too many to hold, by what they are of. */
export class KeptList<Item> implements Iterable<Item> {
  readonly #most: number;
  readonly #mostOfOne: number;
  readonly #scopeOf: (item: Item) => string;
  readonly #kept: Item[] = [];
  readonly #seen = new Map<string, number>();
  readonly #left = new Map<string, number>();

  /** Keeps so many, and of one scope so many. */
  constructor(most: number, mostOfOne: number, scopeOf: (item: Item) => string) {
    this.#most = most;
    this.#mostOfOne = mostOfOne;
    this.#scopeOf = scopeOf;
  }

  /** Keeps the item, or counts it as left out. */
  push(item: Item): void {
    const scope = this.#scopeOf(item);
    const seen = this.#seen.get(scope) ?? 0;
    if (this.#kept.length < this.#most && seen < this.#mostOfOne) {
      this.#kept.push(item);
      this.#seen.set(scope, seen + 1);
    } else {
      this.#left.set(scope, (this.#left.get(scope) ?? 0) + 1);
    }
  }

  /** Keeps the item whatever is kept already. */
  insist(item: Item): void {
    this.#kept.push(item);
  }

  /** How many of a scope were left out. */
  leftOf(scope: string): number {
    return this.#left.get(scope) ?? 0;
  }

  /** How many were left out in all. */
  get left(): number {
    return [...this.#left.values()].reduce((sum, one) => sum + one, 0);
  }

  [Symbol.iterator](): Iterator<Item> {
    return this.#kept[Symbol.iterator]();
  }
}
