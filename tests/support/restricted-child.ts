import { randomUUID } from 'node:crypto';
import type { Ground } from '../../src/platform/database/ground.ts';
import type { Person } from '../../src/platform/http/route.ts';
import type { IdentityTables } from '../../src/platform/identity/identity-tables.ts';
import type { Role } from '../../src/platform/permission/roles.ts';
import { restrictChild } from '../../src/records/restrictions/restrict.ts';
import type { RestrictionTables } from '../../src/records/restrictions/tables.ts';

/** Adds a person of the council with a role. */
export async function addPerson(
  ground: Ground,
  authority: string,
  name: string,
  role: Role,
): Promise<Person> {
  const personId = randomUUID();
  const acting = { authority, actor: 'a test', reason: 'people of a test' };
  await ground.transaction<IdentityTables, unknown>(acting, async (tx) => {
    await tx.insertMany(
      'person',
      ['person_id', 'name', 'issuer', 'subject', 'added_at'],
      [[personId, name, 'test', name, new Date()]],
    );
    await tx.insertMany(
      'person_role',
      ['person_id', 'role', 'given_by', 'given_at'],
      [[personId, role, 'set-up', new Date()]],
    );
  });
  return { personId, name, roles: [role] };
}

/** Restricts a child in the name of one manager to that one and the others. */
export async function restrict(
  ground: Ground,
  authority: string,
  childId: string,
  [manager, ...others]: readonly [Person, ...Person[]],
): Promise<void> {
  const reason = 'the mother works in the finance team';
  const acting = { authority, actor: manager.name, reason };
  const named = others.map(({ personId }) => personId);
  await ground.transaction<RestrictionTables, void>(acting, (tx) =>
    restrictChild(
      tx,
      { childId, kind: 'staff family', reason, named },
      { personId: manager.personId, now: new Date('2021-06-01T09:00:00Z') },
    ),
  );
}
