import { requiredChild } from '../intake/extracts/read-text.ts';
import { type Note, RowRefusal } from '../intake/extracts/row-refusal.ts';
import type { Rejection } from '../intake/files/rejection.ts';
import { visibleText } from '../values/cell-text.ts';
import { emptinessOf } from '../values/emptiness.ts';
import type { NameRow } from './name-row.ts';

/** In one line, whatever breaks the cell has; not among the texts that are remembered, so that no name stays in memory. Null when it is empty, stands for nothing, or is an error, which is noted without what it says. */
function oneLine(column: string, cell: string | undefined, childId: string, note: Note) {
  const text = visibleText((cell ?? '').replaceAll(/\s*[\r\n]+\s*/g, ', '));
  const emptiness = emptinessOf(text, column !== 'home_address');
  if (emptiness === undefined) return text;
  if (emptiness === 'error') {
    const message = `${column} holds an error of the spreadsheet it came from. The row is kept without it.`;
    note({ childId, rule: 'value-unreadable', column, value: null, message });
  }
  return null;
}

/** Reads one row of names, its cells in the order of the layout. Throws a RowRefusal, which names nobody, when it says no child or no name. */
export function readName(line: number, cells: readonly string[], note: Note): NameRow {
  const [child, given, family, address] = cells;
  const childId = requiredChild('child_id', child, note);
  const givenName = oneLine('given_name', given, childId, note);
  const familyName = oneLine('family_name', family, childId, note);
  if (givenName === null && familyName === null) {
    const reason = 'given_name and family_name are both empty; the row cannot be used without one';
    throw new RowRefusal('given_name', null, reason);
  }
  const homeAddress = oneLine('home_address', address, childId, note);
  return { line, childId, givenName, familyName, homeAddress };
}

/** A rejected row of names as it may be kept: where it stands and why, but nothing of what it says. */
export function withoutNames(rejection: Rejection): Rejection {
  const { value, reason, cells } = rejection;
  // A column shifted by one may put a name where the identifier should be.
  const said = value === null ? reason : reason.replaceAll(value, 'as written');
  return { ...rejection, value: null, reason: said, cells: cells.map(() => '') };
}
