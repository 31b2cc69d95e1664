import { randomUUID } from 'node:crypto';
import type { CouncilTransaction } from '../database/ground.ts';
import type { Role } from '../permission/roles.ts';
import type { GivenBy, IdentityTables } from './identity-tables.ts';

type Transaction = CouncilTransaction<IdentityTables>;

/** A person as whoever vouches for them knows them. */
export interface KnownPerson {
  readonly issuer: string;
  /** The issuer's own identifier of the person; never given to another. */
  readonly subject: string;
  readonly name: string;
  readonly email: string | undefined;
  /** The values of the roles claim. */
  readonly claimed: readonly string[];
}

/** The name, made different from other people's, so that it tells who is meant on every page. */
async function ownName(tx: Transaction, person: KnownPerson): Promise<string> {
  const others = await tx.db
    .selectFrom('person')
    .select('name')
    .where('authority_id', '=', tx.authority)
    .where((where) =>
      where.or([where('issuer', '<>', person.issuer), where('subject', '<>', person.subject)]),
    )
    .where('name', 'like', `${person.name.replace(/[\\%_]/g, '\\$&')}%`)
    .execute();
  const taken = new Set(others.map(({ name }) => name));
  const more = `${person.name} (${person.email ?? person.subject})`;
  return [person.name, more].find((name) => !taken.has(name)) ?? `${more} at ${person.issuer}`;
}

/** Finds the person or adds them, and brings name, email and claim up to date. Gives the person's id and name; undefined for one who has left. */
export async function personWhoIs(
  tx: Transaction,
  person: KnownPerson,
  now: Date,
): Promise<{ readonly personId: string; readonly name: string } | undefined> {
  const { issuer, subject, email, claimed } = person;
  const known = await tx.db
    .selectFrom('person')
    .select(['person_id', 'name', 'left_at'])
    .where('authority_id', '=', tx.authority)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  if (known?.left_at instanceof Date) return undefined;
  const name = await ownName(tx, person);
  const personId = known?.person_id ?? randomUUID();
  if (known === undefined) {
    await tx.insertMany(
      'person',
      ['person_id', 'name', 'issuer', 'subject', 'email', 'claimed', 'added_at', 'named_at'],
      [[personId, name, issuer, subject, email, claimed, now, now]],
    );
    return { personId, name };
  }
  await tx.db
    .updateTable('person')
    .set({
      ...(name === known.name ? {} : { name, named_at: now }),
      email: email ?? null,
      claimed: [...claimed],
    })
    .where('authority_id', '=', tx.authority)
    .where('person_id', '=', personId)
    .execute();
  return { personId, name };
}

function rolesOfPerson(tx: Transaction, personId: string, givenBy: GivenBy) {
  return tx.db
    .updateTable('person_role')
    .where('authority_id', '=', tx.authority)
    .where('person_id', '=', personId)
    .where('given_by', '=', givenBy);
}

/** Leaves the person with these roles and no others, of those given in this way; what was given in other ways stays. */
export async function setRoles(
  tx: Transaction,
  personId: string,
  roles: readonly Role[],
  givenBy: GivenBy,
  now: Date,
): Promise<void> {
  const withdrawing = rolesOfPerson(tx, personId, givenBy)
    .set({ withdrawn_at: now })
    .where('withdrawn_at', 'is', null);
  await (roles.length === 0
    ? withdrawing
    : withdrawing.where('role', 'not in', [...roles])
  ).execute();
  if (roles.length === 0) return;
  await rolesOfPerson(tx, personId, givenBy)
    .set({ withdrawn_at: null, given_at: now })
    .where('withdrawn_at', 'is not', null)
    .where('role', 'in', [...roles])
    .execute();
  await tx.insertMany(
    'person_role',
    ['person_id', 'role', 'given_by', 'given_at'],
    roles.map((role) => [personId, role, givenBy, now]),
    { onConflict: 'ignore' },
  );
}

/** Takes away every role of the person, however it was given. */
export async function withdrawAllRoles(
  tx: Transaction,
  personId: string,
  now: Date,
): Promise<void> {
  await tx.db
    .updateTable('person_role')
    .set({ withdrawn_at: now })
    .where('authority_id', '=', tx.authority)
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .execute();
}
