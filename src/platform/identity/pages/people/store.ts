import type { CouncilTransaction } from '../../../database/ground.ts';
import type { Role } from '../../../permission/roles.ts';
import { knownRoles } from '../../gate.ts';
import type { GivenBy, IdentityTables } from '../../identity-tables.ts';

/** A person of the council, as the pages of people show them. */
export interface ListedPerson {
  readonly personId: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly issuer: string;
  readonly claimed: readonly string[];
  readonly addedAt: Date;
  readonly leftAt: Date | undefined;
  readonly lastSeenAt: Date | undefined;
  /** The roles held now, each with how it was given. */
  readonly held: readonly { readonly role: Role; readonly givenBy: GivenBy }[];
}

const PEOPLE = `
select person.person_id, person.name, person.email, person.issuer, person.claimed,
  person.added_at, person.left_at,
  (select max(session.last_seen_at) from session
    where session.authority_id = $1 and session.person_id = person.person_id),
  array(select person_role.given_by || ' ' || person_role.role from person_role
    where person_role.authority_id = $1 and person_role.person_id = person.person_id
      and person_role.withdrawn_at is null order by 1)
from person where person.authority_id = $1 and ($2::uuid is null or person.person_id = $2::uuid)
order by person.name
`;

function heldOf(given: readonly string[]): ListedPerson['held'] {
  return given.flatMap((one) => {
    const space = one.indexOf(' ');
    const givenBy = one.slice(0, space) as GivenBy;
    return knownRoles([one.slice(space + 1)]).map((role) => ({ role, givenBy }));
  });
}

/** The people of the council by name, or the one of that id. */
export async function loadPeople(
  tx: CouncilTransaction<IdentityTables>,
  personId?: string,
): Promise<readonly ListedPerson[]> {
  const rows = await tx.rows(PEOPLE, [tx.authority, personId ?? null]);
  return rows.map(([id, name, email, issuer, claimed, added, left, seen, given]) => ({
    personId: String(id),
    name: String(name),
    email: email === null ? undefined : String(email),
    issuer: String(issuer),
    claimed: claimed as string[],
    addedAt: added as Date,
    leftAt: left === null ? undefined : (left as Date),
    lastSeenAt: seen === null ? undefined : (seen as Date),
    held: heldOf(given as string[]),
  }));
}
