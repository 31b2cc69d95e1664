const GROWTH = 2;
const FIRST_ROOM = 1_024;

/** 53 bits of a text, well mixed: two of a million texts agree once in ten thousand such millions. */
function hashOf(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 2 ** 32 * (0x1fffff & low) + (high >>> 0);
}

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
