import type { CouncilTransaction, Ground } from '../../database/ground.ts';
import type { IdentityTables } from '../identity-tables.ts';
import { hashOfToken, newToken } from '../secret-token.ts';

type Transaction = CouncilTransaction<IdentityTables>;

const HOURS = 24;

function unused(tx: Transaction, now: Date) {
  return tx.db
    .updateTable('first_person_link')
    .set({ used_at: now })
    .where('authority_id', '=', tx.authority)
    .where('used_at', 'is', null);
}

/** Makes the secret of a new link for the council's first person; links made before no longer work. */
export function newFirstPersonLink(ground: Ground, authority: string, now: Date): Promise<string> {
  const acting = { authority, actor: 'Wellplaced', reason: 'link for the first person printed' };
  return ground.transaction<IdentityTables, string>(acting, async (tx) => {
    await unused(tx, now).execute();
    const token = newToken();
    await tx.insertMany(
      'first_person_link',
      ['token_hash', 'created_at'],
      [[hashOfToken(token), now]],
    );
    return token;
  });
}

/** Whether the link works still; it is not used up by asking. */
export function isFirstPersonLink(
  ground: Ground,
  authority: string,
  token: string,
  now: Date,
): Promise<boolean> {
  return ground.read<IdentityTables, boolean>(authority, async (tx) => {
    const found = await tx.db
      .selectFrom('first_person_link')
      .select('created_at')
      .where('authority_id', '=', authority)
      .where('token_hash', '=', hashOfToken(token))
      .where('used_at', 'is', null)
      .where('created_at', '>', oldest(now))
      .executeTakeFirst();
    return found !== undefined;
  });
}

function oldest(now: Date): Date {
  return new Date(now.getTime() - HOURS * 3_600_000);
}

/** Uses the link up. Gives whether it worked: of two who follow it at once, one. */
export async function useFirstPersonLink(
  tx: Transaction,
  token: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await unused(tx, now)
    .where('token_hash', '=', hashOfToken(token))
    .where('created_at', '>', oldest(now))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
