import { randomUUID } from 'node:crypto';
import type { CouncilTransaction } from '../database/ground.ts';
import type { IdentityTables } from './identity-tables.ts';
import { hashOfToken, newToken } from './secret-token.ts';

type Transaction = CouncilTransaction<IdentityTables>;

/** A session about to begin. */
export interface NewSession {
  readonly personId: string;
  /** What the browser says that it is. */
  readonly browser: string;
  /** The session of the same browser that this one takes the place of. */
  readonly instead: string | undefined;
  readonly idToken?: string | undefined;
}

/** Begins a session with a secret of its own and ends the one it takes the place of. Gives the secret, which the database does not hold. */
export async function startSession(tx: Transaction, session: NewSession, now: Date) {
  const { personId, browser, instead, idToken } = session;
  if (instead !== undefined) await endSession(tx, instead, now);
  const token = newToken();
  const sessionId = randomUUID();
  await tx.insertMany(
    'session',
    ['session_id', 'person_id', 'token_hash', 'id_token', 'browser', 'created_at', 'last_seen_at'],
    [[sessionId, personId, hashOfToken(token), idToken, browser.slice(0, 300), now, now]],
  );
  return { token, sessionId };
}

function unended(tx: Transaction, now: Date) {
  return tx.db
    .updateTable('session')
    .set({ ended_at: now })
    .where('authority_id', '=', tx.authority)
    .where('ended_at', 'is', null);
}

/** Ends a session, unless it has ended. Gives the provider's token, if it began at a provider. */
export async function endSession(
  tx: Transaction,
  sessionId: string,
  now: Date,
): Promise<string | undefined> {
  const ended = await unended(tx, now)
    .where('session_id', '=', sessionId)
    .returning('id_token')
    .executeTakeFirst();
  return ended?.id_token ?? undefined;
}

/** Ends one session of the person; another's is left alone. Gives whether there was one to end. */
export async function endSessionOf(
  tx: Transaction,
  personId: string,
  sessionId: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await unended(tx, now)
    .where('session_id', '=', sessionId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ends every session of the person. */
export async function endAllSessionsOf(tx: Transaction, personId: string, now: Date) {
  await unended(tx, now).where('person_id', '=', personId).execute();
}
