import type { CouncilTransaction } from '../../platform/database/ground.ts';
import { nameReadersAnew } from './readers.ts';
import type { Restriction } from './restriction.ts';
import type { RestrictionTables } from './tables.ts';

type Transaction = CouncilTransaction<RestrictionTables>;

/** Takes a person who leaves off the restriction and, where one is given, names another in their place. */
export async function removeReader(
  tx: Transaction,
  restriction: Restriction,
  leaving: { readonly personId: string; readonly instead: string | undefined; readonly now: Date },
): Promise<void> {
  const { personId, instead, now } = leaving;
  const stay = restriction.readers.map((reader) => reader.personId).filter((id) => id !== personId);
  await nameReadersAnew(tx, restriction, instead === undefined ? stay : [...stay, instead], now);
}

/** Shuts what the person has open for an hour: it must not open again if they come back. */
export async function shutOpeningsOf(tx: Transaction, personId: string, now: Date): Promise<void> {
  await tx.db
    .updateTable('restriction_opening')
    .set({ shut_at: now })
    .where('authority_id', '=', tx.authority)
    .where('person_id', '=', personId)
    .where('opened_at', '<', now)
    .where('shut_at', '>', now)
    .execute();
}
