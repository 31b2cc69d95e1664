import { WellplacedError } from '../../core/errors.ts';
import type { Acting, CouncilTransaction } from '../database/ground.ts';
import type { IdentityTables } from './identity-tables.ts';
import { holdPeople } from './leaving/hold-access.ts';
import { peopleWithRoles } from './people-who-may.ts';

/**
 * For what is stored long after it was asked, such as a file that came for minutes: throws
 * `no-longer-allowed` when whoever acts has left since, or holds the role in which they act no more.
 */
export async function checkStillActs(
  tx: CouncilTransaction<IdentityTables>,
  { person }: Pick<Acting, 'person'>,
): Promise<void> {
  if (person === undefined || person.role === null) return;
  await holdPeople(tx, [person.personId]);
  const people = await peopleWithRoles(tx);
  const roles: readonly string[] =
    people.find(({ personId }) => personId === person.personId)?.roles ?? [];
  if (roles.includes(person.role)) return;
  throw new WellplacedError(
    'no-longer-allowed',
    'Your role has ended since you sent this. Nothing was stored.',
    'Ask an administrator of your council if that was not meant.',
  );
}
