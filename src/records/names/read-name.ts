import type { Rejection } from '../files/rejection.ts';
import { RowRefusal, requiredChild } from '../ledger/read-field.ts';
import type { NameRow } from './name-row.ts';

/** In one line, whatever breaks the cell has; not among the texts that are remembered, so that no name stays in memory. */
function oneLine(cell: string | undefined): string | null {
  const text = (cell ?? '').replaceAll(/\s*[\r\n]+\s*/g, ', ').trim();
  return text === '' ? null : text;
}

/** Reads one row of names, its cells in the order of the layout. Throws a RowRefusal, which names nobody, when it says no child or no name. */
export function readName(line: number, cells: readonly string[]): NameRow {
  const [child, given, family, address] = cells;
  const childId = requiredChild('child_id', child);
  const [givenName, familyName] = [oneLine(given), oneLine(family)];
  if (givenName === null && familyName === null) {
    const reason = 'given_name and family_name are both empty; the row cannot be used without one';
    throw new RowRefusal('given_name', null, reason);
  }
  return { line, childId, givenName, familyName, homeAddress: oneLine(address) };
}

/** A rejected row of names as it may be kept: where it stands and why, but nothing of what it says. */
export function withoutNames(rejection: Rejection): Rejection {
  return { ...rejection, value: null, cells: rejection.cells.map(() => '') };
}
