import type { TabularRow } from '../downloads/tabular-data.ts';
import type { FileRows } from './list.ts';

/** Sorted at once, so that a long file need not be held whole. */
const ROWS_AT_ONCE = 20_000;

/**
 * The rows in the order of their pseudonyms, so many at a time; those without one after the others. In the
 * order of the page, a list of the council's identifiers laid beside the file would tell who each
 * child is.
 */
export async function* byPseudonym(
  rows: FileRows['rows'],
  column: string,
): AsyncGenerator<TabularRow> {
  const sorted = (some: TabularRow[]) =>
    some.sort((one, other) => {
      const [first, second] = [one[column], other[column]].map((cell) => String(cell ?? '~'));
      return first === second ? 0 : (first ?? '') < (second ?? '') ? -1 : 1;
    });
  let some: TabularRow[] = [];
  for await (const row of rows) {
    some.push(row);
    if (some.length < ROWS_AT_ONCE) continue;
    yield* sorted(some);
    some = [];
  }
  yield* sorted(some);
}
