import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import type { LinkFacts } from './check-link.ts';

/** What a link of these identifiers is judged by. */
export async function linkFacts(
  tx: CouncilTransaction<RecordsTables>,
  childIds: readonly string[],
): Promise<LinkFacts> {
  const of = 'where authority_id = $1 and child_id = any($2)';
  const values = [tx.authority, childIds];
  const known = await tx.rows(`select child_id from child ${of}`, values);
  const restricted = await tx.rows(
    `select child_id from restriction ${of} and ended_at is null`,
    values,
  );
  const follows = await tx.rows(
    `select child_id, follows from child_link ${of} and stands`,
    values,
  );
  return {
    known: new Set(known.map(([childId]) => String(childId))),
    restricted: new Set(restricted.map(([childId]) => String(childId))),
    follows: new Map(follows.map(([childId, other]) => [String(childId), String(other)])),
  };
}
