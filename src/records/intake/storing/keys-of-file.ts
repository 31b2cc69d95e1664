import type { RowNote } from './extract-writer.ts';
import { FirstLines } from './first-lines.ts';
import { fewerLines, LinesOfKey, type StoredLine } from './lines-of-key.ts';

/** The keys that one file names, with the lines that it has of each. */
export class KeysOfFile {
  /** Keys of which nothing was stored and the file has one line. */
  readonly #single = new FirstLines();
  readonly #others = new Map<string, LinesOfKey>();

  /**
   * The lines of the key that the file's next line names; undefined where it is the key's first and
   * nothing was stored, so that it is new. `stored` are the lines of the key that stand, which are
   * looked at only where the file has not named it before, for later they hold its own.
   */
  linesOf(
    key: string,
    said: number,
    line: number,
    stored: readonly StoredLine[] = [],
  ): LinesOfKey | undefined {
    const known = this.#others.get(key);
    if (known !== undefined) return known;
    const first = this.#single.of(key);
    if (first === undefined && stored.length === 0) {
      this.#single.note(key, said, line);
      return undefined;
    }
    const lines =
      first === undefined ? new LinesOfKey(said, line, stored) : LinesOfKey.after(first);
    this.#others.set(key, lines);
    return lines;
  }

  /** The lines of a key that has several, or of which something was stored. */
  get(key: string): LinesOfKey | undefined {
    return this.#others.get(key);
  }

  /** Keys of which more lines are held than the file has. */
  fewerLines(): readonly RowNote[] {
    return fewerLines(this.#others);
  }
}
