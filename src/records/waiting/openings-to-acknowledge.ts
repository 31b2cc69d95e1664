import type { Waiting, WaitingKind } from '../../platform/tasks/waiting.ts';
import { paths } from '../paths.ts';
import type { Permission } from '../permissions.ts';
import { loadOpenings, loadRestrictions } from '../restrictions/store.ts';
import type { RestrictionTables } from '../restrictions/tables.ts';

/** Openings of restricted children, by others, that nobody has acknowledged: for those named on the child. */
export const OPENINGS_TO_ACKNOWLEDGE: WaitingKind<Permission> = {
  name: 'opening',
  inWords: {
    one: 'Opening of a restricted child',
    several: 'Restricted children that somebody opened',
  },
  permission: 'restrict a child',
  waits: ({ person, read }) =>
    read<RestrictionTables, readonly Waiting[]>(async (tx) => {
      const restrictions = await loadRestrictions(tx);
      const openings = await loadOpenings(tx);
      return openings.flatMap((opening): Waiting[] => {
        const { acknowledged, childId, openingId, personId } = opening;
        const readers =
          restrictions
            .find((each) => each.childId === childId)
            ?.readers.map((reader) => reader.personId) ?? [];
        if (acknowledged !== undefined || personId === person.personId) return [];
        if (!readers.includes(person.personId)) return [];
        return [
          {
            key: openingId,
            title: `Acknowledge ${opening.person}’s opening of a restricted child`,
            detail: opening.reason,
            childId,
            why: 'You are named among those who may see this child.',
            owners: readers.filter((reader) => reader !== personId),
            href: paths.restriction(childId),
          },
        ];
      });
    }),
};
