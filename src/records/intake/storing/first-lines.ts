import { hashOf } from './hash-of.ts';

const FIRST_ROOM = 1_024;
const FULLEST = 0.6;

/** On which line of a file a key was named first, and what it said, as a number. */
export interface FirstLine {
  readonly said: number;
  readonly line: number;
}

/** A key as a number; 0, which marks a place that is free, is none. */
function markOf(key: string): number {
  return hashOf(key) + 1;
}

/** Where a number goes in a table of so many places, which is a power of two. */
function placeOf(hash: number, places: number): number {
  return Math.imul(hash % 0x1_0000_0000, 2_654_435_761) & (places - 1);
}

/**
 * The keys of a file that have one line so far: nearly all, and a file has millions. Twenty bytes a
 * key, where nothing is to be cleared away; should two keys ever agree in their numbers, the later
 * one’s line counts as a second of the earlier key, and is stored all the same.
 */
export class FirstLines {
  #keys = new Float64Array(FIRST_ROOM);
  #said = new Float64Array(FIRST_ROOM);
  #lines = new Int32Array(FIRST_ROOM);
  #taken = 0;

  /** The first line of the key; undefined where none was noted. */
  of(key: string): FirstLine | undefined {
    const hash = markOf(key);
    const at = this.#find(hash);
    if (this.#keys[at] !== hash) return undefined;
    return { said: this.#said[at] ?? 0, line: this.#lines[at] ?? 0 };
  }

  /** Notes the first line of a key that has none yet. */
  note(key: string, said: number, line: number): void {
    const hash = markOf(key);
    this.#put(this.#find(hash), hash, said, line);
    if (this.#taken > this.#keys.length * FULLEST) this.#grow();
  }

  #find(hash: number): number {
    const places = this.#keys.length;
    let at = placeOf(hash, places);
    while (this.#keys[at] !== 0 && this.#keys[at] !== hash) at = (at + 1) & (places - 1);
    return at;
  }

  #put(at: number, hash: number, said: number, line: number): void {
    this.#keys[at] = hash;
    this.#said[at] = said;
    this.#lines[at] = line;
    this.#taken += 1;
  }

  #grow(): void {
    const [keys, said, lines] = [this.#keys, this.#said, this.#lines];
    const places = keys.length * 2;
    this.#keys = new Float64Array(places);
    this.#said = new Float64Array(places);
    this.#lines = new Int32Array(places);
    this.#taken = 0;
    for (const [from, hash] of keys.entries()) {
      if (hash !== 0) this.#put(this.#find(hash), hash, said[from] ?? 0, lines[from] ?? 0);
    }
  }
}
