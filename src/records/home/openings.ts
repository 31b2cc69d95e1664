import type { PageRequest } from '../../platform/http/route.ts';
import type { RestrictionOpening } from '../restrictions/restriction.ts';
import { loadOpenings, loadRestrictions } from '../restrictions/store.ts';
import type { RestrictionTables } from '../restrictions/tables.ts';

/** The openings of children whom the person is named on, by others, that nobody has acknowledged. */
export function loadOpeningsToAcknowledge({
  person,
  read,
}: PageRequest): Promise<readonly RestrictionOpening[]> {
  return read<RestrictionTables, readonly RestrictionOpening[]>(async (tx) => {
    const restrictions = await loadRestrictions(tx);
    const mine = new Set(
      restrictions
        .filter(({ readers }) => readers.some(({ personId }) => personId === person.personId))
        .map(({ childId }) => childId),
    );
    const openings = await loadOpenings(tx);
    return openings.filter(
      ({ acknowledged, childId, personId }) =>
        acknowledged === undefined && mine.has(childId) && personId !== person.personId,
    );
  });
}
