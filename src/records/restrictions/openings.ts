import { randomUUID } from 'node:crypto';
import { WellplacedError } from '../../core/errors.ts';
import type { CouncilTransaction } from '../../platform/database/ground.ts';
import type { Doing } from './restrict.ts';
import { checkAcknowledging, checkIsNamed, shutsAt } from './rules.ts';
import { holdRestriction, loadOpenings, loadRestrictions } from './store.ts';
import type { RestrictionTables } from './tables.ts';

type Transaction = CouncilTransaction<RestrictionTables>;

/** Opens a restricted child for an hour to somebody who is not named. Gives whether there was anything to open: a restriction of that child that keeps the person out now. */
export async function openRestrictedChild(
  tx: Transaction,
  childId: string,
  reason: string,
  { personId, now }: Doing,
): Promise<boolean> {
  await holdRestriction(tx, childId);
  const [restriction] = await loadRestrictions(tx, childId);
  if (restriction === undefined) return false;
  const { restrictionId, readers } = restriction;
  if (readers.some((reader) => reader.personId === personId)) return false;
  await tx.insertMany(
    'restriction_opening',
    [
      ...['child_id', 'restriction_id', 'opening_id', 'person_id'],
      ...['reason', 'opened_at', 'shut_at'],
    ],
    [[childId, restrictionId, randomUUID(), personId, reason, now, shutsAt(now)]],
  );
  return true;
}

/** Notes that somebody named on the restriction knows of the opening. */
export async function acknowledgeOpening(
  tx: Transaction,
  childId: string,
  openingId: string,
  { personId, now }: Doing,
): Promise<void> {
  await holdRestriction(tx, childId);
  const [restriction] = await loadRestrictions(tx, childId);
  const openings = await loadOpenings(tx, childId);
  const opening = openings.find((each) => each.openingId === openingId);
  if (opening === undefined) {
    throw new WellplacedError(
      'no-such-opening',
      'There is no such opening of this child.',
      'Look at the list of restricted children again.',
    );
  }
  checkIsNamed(restriction?.readers ?? [], personId);
  checkAcknowledging(opening, personId);
  await tx.db
    .updateTable('restriction_opening')
    .set({ acknowledged_by: personId, acknowledged_at: now })
    .where('authority_id', '=', tx.authority)
    .where('child_id', '=', childId)
    .where('opening_id', '=', openingId)
    .execute();
}
