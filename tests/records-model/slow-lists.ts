import { type Cells, type CouncilFile, KINDS, type Kind } from './council-files.ts';
import { type Line, textsOf, usable } from './slow-lines.ts';

/** The budgets of one file, parts of one budget added, a line that is there twice counted once. */
function added(rows: readonly Cells[]): readonly Cells[] {
  const { key } = KINDS.budgets;
  const sums: Cells[] = [];
  for (const [at, row] of rows.entries()) {
    const ofOne = (other: Cells) => textsOf(other, key) === textsOf(row, key);
    if (rows.findIndex(ofOne) !== at) continue;
    const amounts = new Set(rows.filter(ofOne).map(({ annual_amount }) => Number(annual_amount)));
    const annual_amount = String([...amounts].reduce((sum, amount) => sum + amount, 0));
    sums.push({ ...row, annual_amount });
  }
  return sums;
}

/** The part of its kind to which a row belongs, for which a whole file that has any of it stands. */
function partOf(kind: Kind, row: Cells): string {
  if (kind === 'budgets') return row.financial_year ?? '';
  return kind === 'postcodes' ? (row.postcode ?? '').replace(/\d.*/, '') : '';
}

/** Budgets, places or names after an import: of one thing there is one row, the last that the files have. */
export function listAfter(
  kind: Kind,
  before: readonly Line[],
  files: readonly CouncilFile[],
  by: number,
  stays: ((cells: Cells) => boolean) | undefined,
): readonly Line[] {
  const { header, key } = KINDS[kind];
  const said: Cells[] = [];
  for (const file of files) said.push(...(kind === 'budgets' ? added(usable(file)) : usable(file)));
  const parts = new Set(said.map((row) => partOf(kind, row)));
  // A file of rejected rows alone says of a list of the council that nothing else is in it.
  if (kind === 'providers' || kind === 'children_names') parts.add('');
  const after: Line[] = [];
  for (const line of before) {
    const last = said.findLast((row) => textsOf(row, key) === textsOf(line.cells, key));
    const all = header.split(',');
    if (last !== undefined) {
      after.push(textsOf(last, all) === textsOf(line.cells, all) ? line : { cells: last, by });
    } else if (stays === undefined || !parts.has(partOf(kind, line.cells)) || stays(line.cells)) {
      after.push(line);
    }
  }
  for (const row of said) {
    const isHeld = after.some((line) => textsOf(line.cells, key) === textsOf(row, key));
    const last = said.findLast((other) => textsOf(other, key) === textsOf(row, key)) ?? row;
    if (!isHeld) after.push({ cells: last, by });
  }
  return after;
}
