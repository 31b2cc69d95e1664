import type { ChangesFilter } from './change.ts';
import type { ChangeKind } from './change-kind.ts';

/** Sums over the records of one table of which the same became through the same revision. */
export interface ChangeSum {
  readonly table: string;
  readonly kind: ChangeKind;
  readonly revision: number;
  readonly records: number;
  readonly penceBefore: number;
  readonly penceAfter: number;
  readonly nightsBefore: number;
  readonly nightsAfter: number;
}

/** All that became different between two states, in sum. Children are those of whom a record says something else, or is new or gone. */
export interface ChangeSums {
  readonly sums: readonly ChangeSum[];
  readonly children: number;
  readonly childrenOf: ReadonlyMap<string, number>;
}

/** How many records the sums count that are of a table, a kind and a cause. */
export function countOf(
  sums: readonly ChangeSum[],
  { table, kind, cause }: Omit<ChangesFilter, 'childIds'>,
): number {
  return sums
    .filter(
      (sum) =>
        (table ?? sum.table) === sum.table &&
        (kind ?? sum.kind) === sum.kind &&
        (cause ?? sum.revision) === sum.revision,
    )
    .reduce((all, { records }) => all + records, 0);
}
