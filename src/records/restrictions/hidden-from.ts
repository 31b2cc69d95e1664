import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { HiddenFrom } from '../../platform/tasks/hidden-from.ts';

const STANDING = `
with recursive restricted as (
select r.child_id, n.person_id
from restriction r
  left join restriction_reader n on n.authority_id = $1 and n.child_id = r.child_id
    and n.restriction_id = r.restriction_id and n.removed_at is null
where r.authority_id = $1 and r.ended_at is null
union
select o.child_id, o.person_id
from restriction r
  join restriction_opening o on o.authority_id = $1 and o.child_id = r.child_id
    and o.restriction_id = r.restriction_id and o.opened_at <= $2 and $2 < o.shut_at
where r.authority_id = $1 and r.ended_at is null
union
select l.child_id, restricted.person_id
from restricted join child_link l
  on l.authority_id = $1 and l.follows = restricted.child_id and l.stands
)
select child_id, person_id from restricted
`;

/**
 * From whom each restricted child is hidden at the moment: from everybody but those named and those
 * who have the child open, as `app_seen_by` hides rows. Of the whole of the records.
 */
export async function hiddenFrom<Tables>(
  tx: CouncilTransaction<Tables>,
  now: Date,
): Promise<HiddenFrom> {
  const seers = new Map<string, Set<string>>();
  for (const [childId, personId] of await tx.rows(STANDING, [tx.authority, now])) {
    const of = seers.get(String(childId)) ?? new Set();
    if (personId !== null) of.add(String(personId));
    seers.set(String(childId), of);
  }
  return (childId, personId) => seers.get(childId)?.has(personId) === false;
}
