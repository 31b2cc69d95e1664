import { oneOrMore } from '../../../core/english.ts';
import type { RowNote } from './extract-writer.ts';
import type { FirstLine } from './first-lines.ts';

/** A stored line of a key. */
export interface StoredLine {
  readonly occurrence: number;
  /** What it says beside its key, as one text. */
  readonly said: string;
  /** What tells it from other lines of its key, as one text; empty where nothing does. */
  readonly labels: string;
  /** Whether this import has written it already. */
  readonly ofThisImport: boolean;
  /** Whether an earlier file of this import has it. */
  readonly isInEarlierFile: boolean;
}

/**
 * The lines that one file has of one key, matched with those that are stored: a line first finds a
 * stored one that says the same, wherever it stands; those left over change the stored ones left
 * over, in order; what is then left is new.
 */
export class LinesOfKey {
  readonly #first: number;
  readonly #firstLine: number;
  #others: Map<number, number> | undefined;
  /** Stored lines that none of the file has been matched with, by what they say. */
  #free: Map<string, StoredLine[]> | undefined;
  #next: number;
  #named = 0;
  readonly stored: number;

  /** `said` is what the first line says, as a number, here and wherever a line is named. */
  constructor(said: number, line: number, stored: readonly StoredLine[]) {
    this.#first = said;
    this.#firstLine = line;
    this.stored = stored.length;
    this.#next = 1;
    for (const one of stored) {
      this.#next = Math.max(this.#next, one.occurrence + 1);
      this.#free ??= new Map();
      const alike = this.#free.get(one.said);
      if (alike === undefined) this.#free.set(one.said, [one]);
      else alike.push(one);
    }
  }

  /** Of a key of which nothing is stored, once its first line was added and another comes. */
  static after({ said, line }: FirstLine): LinesOfKey {
    const lines = new LinesOfKey(said, line, []);
    lines.name(said, line);
    lines.newOccurrence();
    return lines;
  }

  /** How many lines of the file there were. */
  get named(): number {
    return this.#named;
  }

  /** Takes the file's next line; gives the earlier line that says the same. */
  name(said: number, line: number): number | undefined {
    this.#named += 1;
    if (this.#named === 1) return undefined;
    this.#others ??= new Map([[this.#first, this.#firstLine]]);
    const earlier = this.#others.get(said);
    if (earlier === undefined) this.#others.set(said, line);
    return earlier;
  }

  /** Matches a line: with a stored one that says the same and so stands, as a new one when no stored one is left, or not yet. */
  match(words: string): { readonly stands?: number; readonly added?: number } | 'open' {
    if (this.#free === undefined) return { added: this.newOccurrence() };
    const alike = this.#free.get(words);
    const found = alike?.shift();
    if (alike === undefined || found === undefined) return 'open';
    if (alike.length === 0) this.#free.delete(words);
    if (this.#free.size === 0) this.#free = undefined;
    return { stands: found.occurrence };
  }

  /** The stored lines that are left, in order. */
  left(): StoredLine[] {
    const left = [...(this.#free?.values() ?? [])].flat();
    return left.sort((one, other) => one.occurrence - other.occurrence);
  }

  newOccurrence(): number {
    this.#next += 1;
    return this.#next - 1;
  }
}

/** Keys of which more lines are held than the file has, where they stay. */
export function fewerLines(keys: ReadonlyMap<string, LinesOfKey>): readonly RowNote[] {
  return [...keys].flatMap(([key, { named, stored }]) => {
    if (named >= stored) return [];
    const outcome = `on ${named} ${oneOrMore(named, 'line')}, and ${stored} are held: the others still count`;
    return [
      { rule: 'payment-lines-fewer', key: key.split('|'), line: 0, earlier: undefined, outcome },
    ] as const;
  });
}
