import type { TabularColumn, TabularRow } from './tabular-data.ts';

/** What the rows of each summed column come to, pence added as whole numbers. */
export class SheetSums {
  readonly #columns: readonly TabularColumn[];
  readonly #sums = new Map<string, number>();

  constructor(columns: readonly TabularColumn[]) {
    this.#columns = columns;
    for (const { key, summed } of columns) if (summed === true) this.#sums.set(key, 0);
  }

  add(row: TabularRow): void {
    for (const [key, sum] of this.#sums) {
      const value = row[key];
      if (typeof value === 'number') this.#sums.set(key, sum + value);
    }
  }

  /** The last row, of formulas that count the rows that a filter leaves; nothing where no column is summed. */
  row(letterOf: (column: number) => string, last: number) {
    if (this.#sums.size === 0 || last < 2) return undefined;
    return this.#columns.map(({ key, type }, at) => {
      const sum = this.#sums.get(key);
      if (sum === undefined) return at === 0 ? 'Total of the rows shown' : null;
      const letter = letterOf(at + 1);
      const result = type === 'money' ? sum / 100 : sum;
      return { formula: `SUBTOTAL(109,${letter}2:${letter}${last})`, result };
    });
  }
}
