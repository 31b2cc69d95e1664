import type { LinksInForce } from '../../links/links-in-force.ts';
import type { ImportTally } from '../imports/import-tally.ts';
import type { PlannedFile } from '../imports/planned-file.ts';

/**
 * What rejected rows of whole files may have been about: as they could not be read, no record of theirs
 * is taken to be gone. A row of which not even that can be read may have been about anything.
 */
export class UnreadSubjects {
  readonly #values = new Set<string>();
  readonly #anything: boolean;

  /** `columns` names the columns that say what a row is about, in the files and in the table. */
  constructor(
    files: readonly PlannedFile[],
    tally: ImportTally,
    columns: readonly string[],
    links: LinksInForce,
  ) {
    const numbers = new Set(files.map(({ number }) => number));
    const names = new Set(columns.map((name) => name.toLowerCase()));
    let anything = files.some(({ number }) => tally.rejections.leftOf(String(number)) > 0);
    for (const { file, column, cells } of tally.rejections) {
      if (!numbers.has(file)) continue;
      if (column !== null && names.has(column.toLowerCase())) anything = true;
      // Of a row that holds names no cell is kept.
      if (cells.every((cell) => cell === '')) anything = true;
      for (const cell of cells) {
        const subject = cell.trim();
        this.#values.add(subject.toUpperCase()).add(links.standing(subject).toUpperCase());
      }
    }
    this.#anything = anything;
  }

  /** Whether a rejected row may have been about this child, provider, cost centre or place. */
  has(subject: string): boolean {
    return this.#anything || this.#values.has(subject.toUpperCase());
  }

  /** Whether some row could have been about anything. */
  get anything(): boolean {
    return this.#anything;
  }
}
