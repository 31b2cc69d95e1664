import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { peopleWithRoles } from '../../platform/identity/people-who-may.ts';
import type { Restriction, RestrictionKind, RestrictionOpening } from './restriction.ts';
import type { RestrictionTables } from './tables.ts';

type Transaction = CouncilTransaction<RestrictionTables>;

/** Keeps others from changing the child's restriction until the transaction ends. */
export async function holdRestriction(tx: Transaction, childId: string): Promise<void> {
  await tx.rows(
    `select 1 from restriction
     where authority_id = $1 and child_id = $2 and ended_at is null for update`,
    [tx.authority, childId],
  );
}

/** The restrictions that stand, by child; of one child when it is named. */
export async function loadRestrictions(
  tx: Transaction,
  childId?: string,
): Promise<readonly Restriction[]> {
  let query = tx.db
    .selectFrom('restriction')
    .selectAll()
    .where('authority_id', '=', tx.authority)
    .where('ended_at', 'is', null);
  if (childId !== undefined) query = query.where('child_id', '=', childId);
  const rows = await query.orderBy('child_id').execute();
  if (rows.length === 0) return [];
  const named = await tx.db
    .selectFrom('restriction_reader')
    .select(['restriction_id', 'person_id'])
    .where('authority_id', '=', tx.authority)
    .where('removed_at', 'is', null)
    .execute();
  const people = new Map((await peopleWithRoles(tx)).map((person) => [person.personId, person]));
  return rows.map((row) => ({
    restrictionId: row.restriction_id,
    childId: row.child_id,
    kind: row.kind as RestrictionKind,
    reason: row.reason,
    restrictedBy: people.get(row.restricted_by)?.name ?? '',
    restrictedAt: row.restricted_at,
    readers: named
      .filter(({ restriction_id: id }) => id === row.restriction_id)
      .flatMap(({ person_id: personId }) => people.get(personId) ?? [])
      .sort((one, other) => one.name.localeCompare(other.name, 'en-GB')),
  }));
}

const OPENINGS = `
select o.opening_id, o.child_id, o.person_id, p.name, o.reason, o.opened_at, o.shut_at,
  a.name, o.acknowledged_at, o.restriction_id
from restriction_opening o
  join person p on p.authority_id = $1 and p.person_id = o.person_id
  left join person a on a.authority_id = $1 and a.person_id = o.acknowledged_by
where o.authority_id = $1 and ($2::text is null or o.child_id = $2)
order by o.opened_at desc
`;

/** Who opened a restricted child, the latest first; one child when it is named. */
export async function loadOpenings(
  tx: Transaction,
  childId?: string,
): Promise<readonly RestrictionOpening[]> {
  const rows = await tx.rows(OPENINGS, [tx.authority, childId ?? null]);
  return rows.map((row) => ({
    openingId: String(row[0]),
    restrictionId: String(row[9]),
    childId: String(row[1]),
    personId: String(row[2]),
    person: String(row[3]),
    reason: String(row[4]),
    openedAt: row[5] as Date,
    shutAt: row[6] as Date,
    acknowledged: row[8] === null ? undefined : { by: String(row[7]), at: row[8] as Date },
  }));
}

/** Whether the council knows the child. */
export async function isKnownChild(tx: Transaction, childId: string): Promise<boolean> {
  const rows = await tx.rows('select 1 from child where authority_id = $1 and child_id = $2', [
    tx.authority,
    childId,
  ]);
  return rows.length > 0;
}
