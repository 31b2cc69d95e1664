import type { CouncilTransaction } from '../database/ground.ts';
import type { IdentityTables } from './identity-tables.ts';
import { oldestThatLast, type SessionLimits } from './session-limits.ts';

/** A session that lasts, as a list shows it. */
export interface ListedSession {
  readonly sessionId: string;
  readonly browser: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** The sessions of a person that last, the latest first. */
export async function sessionsOf(
  tx: CouncilTransaction<IdentityTables>,
  personId: string,
  limits: SessionLimits,
  now: Date,
): Promise<readonly ListedSession[]> {
  const { begun, seen } = oldestThatLast(limits, now);
  const rows = await tx.db
    .selectFrom('session')
    .select(['session_id', 'browser', 'created_at', 'last_seen_at'])
    .where('authority_id', '=', tx.authority)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('created_at', '>', begun)
    .where('last_seen_at', '>', seen)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    sessionId: row.session_id,
    browser: row.browser,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  }));
}

/** Newest names first: each browser also claims to be those further down. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg/, 'Edge'],
  [/\bFirefox\//, 'Firefox'],
  [/Chrom/, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** What a browser says of itself, in two words that its owner recognises: `Edge on Windows`. */
export function browserInWords(said: string): string {
  const browser = BROWSERS.find(([pattern]) => pattern.test(said))?.[1] ?? 'Another program';
  const system = SYSTEMS.find(([pattern]) => pattern.test(said))?.[1];
  return system === undefined ? browser : `${browser} on ${system}`;
}
