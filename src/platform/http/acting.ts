import type { Acting } from '../database/ground.ts';
import type { AnyPermissions } from '../permission/permissions.ts';
import type { HeldRoles, Role } from '../permission/roles.ts';
import type { Council, Person } from './route.ts';

/** The role in which somebody does what needs the permission: the first of theirs that allows it; null for what needs none. */
function roleFor(roles: HeldRoles, permission: string, { mayDo }: AnyPermissions): Role | null {
  if (mayDo([], permission)) return null;
  return roles.find((role) => mayDo([role], permission)) ?? null;
}

/** For the reason given: the person, by id and in the role that lets them, as whoever acts. */
export function actingAs(
  council: Pick<Council, 'code'>,
  { name, personId, roles }: Person,
  permission: string,
  permissions: AnyPermissions,
): (reason: string) => Acting {
  const person = { personId, role: roleFor(roles, permission, permissions) };
  return (reason) => ({ authority: council.code, actor: name, person, reason });
}
