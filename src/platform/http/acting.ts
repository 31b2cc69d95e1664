import type { Acting } from '../database/ground.ts';
import { type HeldRoles, mayDo, type Permission, type Role } from './permission.ts';
import type { Council, Person } from './route.ts';

/** The role in which somebody does what needs the permission: the first of theirs that allows it; null for what needs none. */
function roleFor(roles: HeldRoles, permission: Permission): Role | null {
  if (mayDo([], permission)) return null;
  return roles.find((role) => mayDo([role], permission)) ?? null;
}

/** For the reason given: the person, by id and in the role that lets them, as whoever acts. */
export function actingAs(
  council: Pick<Council, 'code'>,
  { name, personId, roles }: Person,
  permission: Permission,
): (reason: string) => Acting {
  const person = { personId, role: roleFor(roles, permission) };
  return (reason) => ({ authority: council.code, actor: name, person, reason });
}
