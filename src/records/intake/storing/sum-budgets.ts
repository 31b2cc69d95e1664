import type { ExtractLayout, ExtractRow } from './extract-layout.ts';
import { keyText, type RowNote, sameValues } from './extract-writer.ts';

const DESCRIPTION = 3;
const ANNUAL = 4;
const MONTHLY = 5;

function plus(one: readonly unknown[], other: readonly unknown[], keyLength: number): unknown[] {
  const described = [one[DESCRIPTION], other[DESCRIPTION]].filter((text) => text !== null);
  const months = other[MONTHLY] as readonly number[];
  return [
    ...one.slice(0, keyLength),
    described.length === 0 ? null : described.join('; '),
    Number(one[ANNUAL]) + Number(other[ANNUAL]),
    (one[MONTHLY] as readonly number[]).map((amount, month) => amount + (months[month] ?? 0)),
  ];
}

/**
 * The budgets of one file, one for each year, cost centre and subjective. Two lines of one code that
 * differ are parts of one budget, as a ledger's extract lists them, and are added; a line that says
 * the same as another is counted once. Both are told.
 */
export function summedBudgets(
  rows: readonly ExtractRow[],
  { keyLength }: Pick<ExtractLayout<never>, 'keyLength'>,
): { readonly rows: readonly ExtractRow[]; readonly notes: readonly RowNote[] } {
  const summed = new Map<string, { readonly parts: ExtractRow[]; sum: ExtractRow }>();
  const notes: RowNote[] = [];
  for (const row of rows) {
    const name = keyText(row.values, keyLength);
    const known = summed.get(name);
    if (known === undefined) {
      summed.set(name, { parts: [row], sum: row });
      continue;
    }
    const key = row.values.slice(0, keyLength);
    const twin = known.parts.find(({ values }) => sameValues(values, row.values));
    if (twin !== undefined) {
      const outcome = 'with the same values: one is kept';
      notes.push({ rule: 'rows-identical', key, line: row.line, earlier: twin.line, outcome });
      continue;
    }
    const earlier = known.parts[0]?.line;
    known.parts.push(row);
    known.sum = { line: known.sum.line, values: plus(known.sum.values, row.values, keyLength) };
    const outcome = 'with another amount or description: they are added';
    notes.push({ rule: 'budget-lines-summed', key, line: row.line, earlier, outcome });
  }
  return { rows: Array.from(summed.values(), ({ sum }) => sum), notes };
}
