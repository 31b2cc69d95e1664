import { counted } from '../../core/english.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { Held, Holdings } from '../../platform/identity/leaving/holdings.ts';
import type { PersonWithRoles } from '../../platform/identity/people-who-may.ts';
import { removeReader, shutOpeningsOf } from '../restrictions/leaving-reader.ts';
import type { Restriction } from '../restrictions/restriction.ts';
import { needsAnother } from '../restrictions/rules.ts';
import { loadRestrictions } from '../restrictions/store.ts';
import type { RestrictionTables } from '../restrictions/tables.ts';

type Transaction = CouncilTransaction<RestrictionTables>;

async function restrictionsNaming(
  tx: Transaction,
  { personId }: PersonWithRoles,
): Promise<readonly Restriction[]> {
  const all = await loadRestrictions(tx);
  return all.filter(({ readers }) => readers.some((reader) => reader.personId === personId));
}

/** Who is named beside the person, without the children: the administrator can ask them. */
function namesBeside(restrictions: readonly Restriction[], personId: string): string {
  const beside = restrictions.flatMap(({ readers }) =>
    readers.filter((reader) => reader.personId !== personId).map(({ name }) => name),
  );
  return [...new Set(beside)].sort((one, other) => one.localeCompare(other, 'en-GB')).join(', ');
}

/**
 * Restricted children on which the person is named. Where two who may restrict a child remain, the
 * name is taken off and nobody gains anything; elsewhere whoever takes over is named in its place, so
 * that no child is left with one person, or nobody, who can see the child and let others in.
 */
export const namedOnRestrictions: Holdings = {
  async of(tx, person): Promise<readonly Held[]> {
    const naming = await restrictionsNaming(tx.over(), person);
    const few = naming.filter((each) => needsAnother(each, person.personId));
    const enough = naming.length - few.length;
    const held: Held[] = [];
    if (enough > 0) {
      const what = `Named on ${counted(enough, 'restricted child', 'restricted children')} with at least two others who may restrict a child`;
      held.push({ what, becomes: 'The others stay named; nobody is named in addition.' });
    }
    if (few.length > 0) {
      const beside = namesBeside(few, person.personId);
      const what = `Named on ${counted(few.length, 'restricted child', 'restricted children')} who would be left with fewer than two people who may restrict a child`;
      const becomes = `Whoever takes over is named in their place, and sees them from then on. Named beside: ${beside || 'nobody'}.`;
      const notBy = few.flatMap(({ readers }) => readers.map(({ personId }) => personId));
      held.push({ what, becomes, successorMust: 'restrict a child', notBy });
    }
    return held;
  },
  async handOver(tx, { from, to, now }) {
    const records: Transaction = tx.over();
    const naming = await restrictionsNaming(records, from);
    const few = naming.filter((each) => needsAnother(each, from.personId));
    for (const restriction of naming) {
      const instead = few.includes(restriction) ? to?.personId : undefined;
      await removeReader(records, restriction, { personId: from.personId, instead, now });
    }
    await shutOpeningsOf(records, from.personId, now);
  },
};
