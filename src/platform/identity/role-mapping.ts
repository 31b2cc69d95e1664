import type { CouncilTransaction } from '../database/ground.ts';
import type { Role } from '../permission/roles.ts';
import { knownRoles } from './gate.ts';
import type { IdentityTables } from './identity-tables.ts';

type Transaction = CouncilTransaction<IdentityTables>;

/** A value of the roles claim, and the role that it gives. */
export interface Mapped {
  readonly claimValue: string;
  readonly role: Role;
}

/** What the council's administrators have mapped, by value. */
export async function loadMapping(tx: Transaction): Promise<readonly Mapped[]> {
  const rows = await tx.db
    .selectFrom('role_mapping')
    .select(['claim_value', 'role'])
    .where('authority_id', '=', tx.authority)
    .where('withdrawn_at', 'is', null)
    .orderBy('claim_value')
    .execute();
  return rows.flatMap(({ claim_value: claimValue, role }) =>
    knownRoles([role]).map((known) => ({ claimValue, role: known })),
  );
}

/** The roles that values of the claim give. */
export function rolesOfClaim(mapping: readonly Mapped[], claimed: readonly string[]) {
  return knownRoles(
    mapping.filter(({ claimValue }) => claimed.includes(claimValue)).map(({ role }) => role),
  );
}

/** Maps a value to a role; from the next sign-in of whoever has the value. */
export async function addMapping(tx: Transaction, { claimValue, role }: Mapped): Promise<void> {
  await tx.insertMany('role_mapping', ['claim_value', 'role'], [[claimValue, role]], {
    onConflict: 'ignore',
  });
  await mapped(tx, { claimValue, role }).set({ withdrawn_at: null }).execute();
}

/** Withdraws a mapping. Gives whether there was one. */
export async function withdrawMapping(tx: Transaction, one: Mapped, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await mapped(tx, one)
    .set({ withdrawn_at: now })
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function mapped(tx: Transaction, { claimValue, role }: Mapped) {
  return tx.db
    .updateTable('role_mapping')
    .where('authority_id', '=', tx.authority)
    .where('claim_value', '=', claimValue)
    .where('role', '=', role);
}

/** Values of the claim that people have come with and that give no role yet. */
export async function unmappedValues(
  tx: Transaction,
  mapping: readonly Mapped[],
): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('person')
    .select('claimed')
    .where('authority_id', '=', tx.authority)
    .where('left_at', 'is', null)
    .execute();
  const given = new Set(mapping.map(({ claimValue }) => claimValue));
  const values = new Set(rows.flatMap(({ claimed }) => claimed));
  return [...values].filter((value) => !given.has(value)).sort();
}
