import { hashOf } from './hash-of.ts';

const GROWTH = 2;
const FIRST_ROOM = 1_024;

/**
 * The rows that the files of an import name, for telling which stored ones they no longer hold. Eight
 * bytes a row, for a directory has millions; should two rows ever agree in them, the stored one stands.
 */
export class NamedRows {
  #hashes = new Float64Array(FIRST_ROOM);
  #count = 0;
  #sorted = true;
  /** The parts of the kind for which the files stand. */
  readonly parts = new Set<string>();

  /** Notes that a row is named. */
  add(name: string): void {
    if (this.#count === this.#hashes.length) {
      const room = new Float64Array(this.#hashes.length * GROWTH);
      room.set(this.#hashes);
      this.#hashes = room;
    }
    this.#hashes[this.#count] = hashOf(name);
    this.#count += 1;
    this.#sorted = false;
  }

  /** How many different rows are named. */
  get size(): number {
    this.#sort();
    let different = 0;
    for (let at = 0; at < this.#count; at += 1) {
      if (at === 0 || this.#hashes[at] !== this.#hashes[at - 1]) different += 1;
    }
    return different;
  }

  /** Whether a row is named. */
  has(name: string): boolean {
    this.#sort();
    const wanted = hashOf(name);
    let from = 0;
    let to = this.#count;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const found = this.#hashes[middle] ?? 0;
      if (found === wanted) return true;
      if (found < wanted) from = middle + 1;
      else to = middle;
    }
    return false;
  }

  #sort(): void {
    if (this.#sorted) return;
    this.#hashes.subarray(0, this.#count).sort();
    this.#sorted = true;
  }
}
