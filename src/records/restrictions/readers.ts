import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { Restriction } from './restriction.ts';
import type { RestrictionTables } from './tables.ts';

type Transaction = CouncilTransaction<RestrictionTables>;
type Which = Pick<Restriction, 'childId' | 'restrictionId'>;

/** Adds people to those named on the restriction; who is named already stays so. */
export function addReaders(
  tx: Transaction,
  of: Which,
  personIds: readonly string[],
  now: Date,
): Promise<number> {
  return tx.insertMany(
    'restriction_reader',
    ['child_id', 'restriction_id', 'person_id', 'named_at'],
    personIds.map((personId) => [of.childId, of.restrictionId, personId, now]),
    { onConflict: 'ignore' },
  );
}

/** Leaves the restriction with these people named and no others; the rules of naming are the caller’s to check. */
export async function nameReadersAnew(
  tx: Transaction,
  of: Which,
  personIds: readonly string[],
  now: Date,
): Promise<void> {
  const ids = [...personIds];
  const those = () =>
    tx.db
      .updateTable('restriction_reader')
      .where('authority_id', '=', tx.authority)
      .where('child_id', '=', of.childId)
      .where('restriction_id', '=', of.restrictionId);
  const removing = those().set({ removed_at: now }).where('removed_at', 'is', null);
  await (ids.length === 0 ? removing : removing.where('person_id', 'not in', ids)).execute();
  if (ids.length === 0) return;
  await those()
    .set({ removed_at: null, named_at: now })
    .where('removed_at', 'is not', null)
    .where('person_id', 'in', ids)
    .execute();
  await addReaders(tx, of, ids, now);
}
