import { randomUUID } from 'node:crypto';
import type { CouncilTransaction, Ground } from '../../database/ground.ts';
import type { Role } from '../../permission/roles.ts';
import { knownRoles } from '../gate.ts';
import { DEMONSTRATION, type IdentityTables } from '../identity-tables.ts';
import { startSession } from '../sessions.ts';
import { DEMONSTRATION_PEOPLE } from './people.ts';

type Transaction = CouncilTransaction<IdentityTables>;

/** Whether the council is an invented one, by its own row: no setting of the program opens this door. */
async function isInvented(tx: Transaction): Promise<boolean> {
  const council = await tx.db
    .selectFrom('authority')
    .select('demonstration_seed')
    .where('authority_id', '=', tx.authority)
    .executeTakeFirst();
  return council !== undefined && council.demonstration_seed !== null;
}

/** Adds the invented people, each with one role, to an invented council that lacks them; to any other nobody. */
export async function addDemonstrationPeople(
  ground: Ground,
  authority: string,
  now: Date,
): Promise<void> {
  const acting = { authority, actor: 'Wellplaced', reason: 'people of the demonstration council' };
  await ground.transaction<IdentityTables, void>(acting, async (tx) => {
    if (!(await isInvented(tx)) || (await demonstrationPeopleIn(tx)).length > 0) return;
    const people = DEMONSTRATION_PEOPLE.map((person) => ({ ...person, personId: randomUUID() }));
    await tx.insertMany(
      'person',
      ['person_id', 'name', 'issuer', 'subject', 'added_at', 'named_at'],
      people.map(({ personId, name, role }) => [personId, name, DEMONSTRATION, role, now, now]),
    );
    await tx.insertMany(
      'person_role',
      ['person_id', 'role', 'given_by', 'given_at'],
      people.map(({ personId, role }) => [personId, role, 'set-up', now]),
    );
  });
}

/** One of the invented people. */
export interface DemonstrationPerson {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

async function demonstrationPeopleIn(tx: Transaction): Promise<readonly DemonstrationPerson[]> {
  const rows = await tx.rows(
    `select person.person_id, person.name, array(
      select distinct person_role.role from person_role
      where person_role.authority_id = $1 and person_role.person_id = person.person_id
        and person_role.withdrawn_at is null
    ), person.subject
    from person where person.authority_id = $1 and person.issuer = $2 and person.left_at is null`,
    [tx.authority, DEMONSTRATION],
  );
  const order = DEMONSTRATION_PEOPLE.map(({ role }): string => role);
  return rows
    .sort((one, other) => order.indexOf(String(one[3])) - order.indexOf(String(other[3])))
    .map(([personId, name, roles]) => ({
      personId: String(personId),
      name: String(name),
      roles: knownRoles(roles as unknown[]),
    }));
}

/** The people whom anybody may sign in as: those of an invented council; of a real one nobody. */
export function demonstrationPeople(
  ground: Ground,
  authority: string,
): Promise<readonly DemonstrationPerson[]> {
  return ground.read<IdentityTables, readonly DemonstrationPerson[]>(authority, async (tx) =>
    (await isInvented(tx)) ? demonstrationPeopleIn(tx) : [],
  );
}

/** Signs in as one of the invented people. Gives the session's secret; undefined when there is no such person, or the council is a real one. */
export async function signInAsDemonstrationPerson(
  ground: Ground,
  authority: string,
  attempt: { readonly personId: string; readonly browser: string; readonly instead?: string },
  now: Date,
): Promise<string | undefined> {
  const people = await demonstrationPeople(ground, authority);
  const person = people.find(({ personId }) => personId === attempt.personId);
  if (person === undefined) return undefined;
  const who = { personId: person.personId, role: null };
  const reason = 'signed in to the demonstration';
  const acting = { authority, actor: person.name, person: who, reason };
  return ground.transaction<IdentityTables, string | undefined>(acting, async (tx) => {
    if (!(await isInvented(tx))) return undefined;
    const { personId, browser } = attempt;
    const session = { personId, browser, instead: attempt.instead };
    return (await startSession(tx, session, now)).token;
  });
}
