/** How many rows may stand above a header. */
export const ROWS_ABOVE_HEADER = 40;

function filled(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== '').length;
}

/**
 * Which of the first rows of a table is its header: the first that is the header of a known layout,
 * else the first with as many filled cells as most rows have; -1 when nothing is filled.
 */
export function findHeader(
  rows: readonly (readonly string[])[],
  knows: (header: readonly string[]) => boolean,
): number {
  const first = rows.slice(0, ROWS_ABOVE_HEADER + 1);
  const known = first.findIndex((row) => filled(row) > 0 && knows(row));
  if (known !== -1) return known;
  const counts = first.map(filled).filter((count) => count > 0);
  const often = (count: number) => counts.filter((each) => each === count).length;
  const usual = counts.reduce((best, count) => {
    const more = often(count) - often(best);
    return more > 0 || (more === 0 && count > best) ? count : best;
  }, 0);
  return counts.length === 0 ? -1 : first.findIndex((row) => filled(row) >= usual);
}
