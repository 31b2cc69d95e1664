import type { CouncilTransaction } from '../database/ground.ts';
import type { Permissions, PermissionTable } from '../permission/permissions.ts';
import type { Role } from '../permission/roles.ts';
import type { IdentityTables } from './identity-tables.ts';
import { loadPeople } from './pages/people/store.ts';

/** A person of the council with the roles held now. */
export interface PersonWithRoles {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Everybody of the council by name, those who have left without a role. */
export async function peopleWithRoles(
  tx: CouncilTransaction<IdentityTables>,
): Promise<readonly PersonWithRoles[]> {
  const people = await loadPeople(tx);
  return people.map(({ personId, name, held, leftAt }) => ({
    personId,
    name,
    roles: leftAt === undefined ? held.map(({ role }) => role) : [],
  }));
}

/** Those of the council who may do it now. */
export async function peopleWhoMay<Table extends PermissionTable>(
  tx: CouncilTransaction<IdentityTables>,
  { mayDo }: Permissions<Table>,
  permission: keyof Table & string,
): Promise<readonly PersonWithRoles[]> {
  return (await peopleWithRoles(tx)).filter(({ roles }) => mayDo(roles, permission));
}
