import { randomUUID } from 'node:crypto';
import type { CouncilTransaction } from '../../database/ground.ts';
import type { IdentityTables } from '../identity-tables.ts';
import { hashOfToken } from '../secret-token.ts';
import { newAccessToken } from './access-token.ts';

type Transaction = CouncilTransaction<IdentityTables>;

const DAY = 86_400_000;

/** A token about to be made. */
export interface NewAccessToken {
  readonly personId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly days: number;
}

/** A token as a list shows it. */
export interface ListedAccessToken {
  readonly tokenId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | undefined;
}

/** Makes a token. Gives its secret, which the database does not hold; undefined when the person has one of that name that works, for the trail tells them apart by name. */
export async function addAccessToken(
  tx: Transaction,
  { personId, name, scopes, days }: NewAccessToken,
  now: Date,
): Promise<string | undefined> {
  const others = await accessTokensOf(tx, personId, now);
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) return undefined;
  const secret = newAccessToken();
  const expires = new Date(now.getTime() + days * DAY);
  await tx.insertMany(
    'access_token',
    ['token_id', 'person_id', 'name', 'token_hash', 'scopes', 'created_at', 'expires_at'],
    [[randomUUID(), personId, name, hashOfToken(secret), scopes, now, expires]],
  );
  return secret;
}

/** The tokens of a person that still work, the latest first. */
export async function accessTokensOf(
  tx: Transaction,
  personId: string,
  now: Date,
): Promise<readonly ListedAccessToken[]> {
  const rows = await tx.db
    .selectFrom('access_token')
    .select(['token_id', 'name', 'scopes', 'created_at', 'expires_at', 'last_used_at'])
    .where('authority_id', '=', tx.authority)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .orderBy('token_id')
    .execute();
  return rows.map((row) => ({
    tokenId: row.token_id,
    name: row.name,
    scopes: row.scopes,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at ?? undefined,
  }));
}

function unrevoked(tx: Transaction, personId: string, now: Date) {
  return tx.db
    .updateTable('access_token')
    .set({ revoked_at: now })
    .where('authority_id', '=', tx.authority)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null);
}

/** Revokes one token of the person; another's is left alone. Gives whether there was one to revoke. */
export async function revokeAccessToken(
  tx: Transaction,
  personId: string,
  tokenId: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await unrevoked(tx, personId, now)
    .where('token_id', '=', tokenId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Revokes every token of the person. */
export async function revokeAccessTokensOf(tx: Transaction, personId: string, now: Date) {
  await unrevoked(tx, personId, now).execute();
}
