import { mappingFor } from '../mappings/mapping-for.ts';
import type { SavedMapping } from '../mappings/saved-mapping.ts';
import { canonicalHeader } from './header.ts';
import { layoutFor } from './match-layout.ts';

/** Titles, the day of the report and headings of groups of columns stand above a header, not whole pages. */
export const ROWS_ABOVE_HEADER = 40;

/** How much of the widest row's names a header of no known layout has: a row of titles or of headings of groups has fewer, one with blank columns not many fewer. */
const SHARE_OF_WIDEST = 0.75;

/** Figures, amounts, dates and times, which name no column. */
const FIGURE = /^[-+(£$€]*\d[\d\s.,:/%)-]*$/;

/** How many cells could name a column each: filled, no figure, none of them twice. */
function namesIn(row: readonly string[]): number {
  const names = row.map((cell) => cell.trim()).filter((cell) => cell !== '' && !FIGURE.test(cell));
  return new Set(names.map(canonicalHeader)).size;
}

/**
 * The place of the row that names the columns, among the first `ROWS_ABOVE_HEADER` and the one
 * after them: the first that `knows`, a known layout or a saved mapping; else the best guess, the
 * first row with nearly as many different names as any. -1 when nothing is filled.
 */
export function findHeader(
  rows: readonly (readonly string[])[],
  knows: (header: readonly string[]) => boolean,
): number {
  const first = rows.slice(0, ROWS_ABOVE_HEADER + 1);
  const names = first.map(namesIn);
  const known = first.findIndex((row, at) => (names[at] ?? 0) > 1 && knows(row));
  if (known !== -1) return known;
  const most = Math.max(0, ...names);
  if (most > 1) return names.findIndex((count) => count > 1 && count >= most * SHARE_OF_WIDEST);
  return first.findIndex((row) => row.some((cell) => cell.trim() !== ''));
}

/** Whether a row names the columns of a known layout, or of one of the saved mappings. */
export function headerKnower(
  mappings: readonly SavedMapping[],
): (header: readonly string[]) => boolean {
  return (header) => layoutFor(header) !== undefined || mappingFor(header, mappings) !== undefined;
}
