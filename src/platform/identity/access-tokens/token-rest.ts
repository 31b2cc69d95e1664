import type { CouncilTransaction } from '../../database/ground.ts';
import type { IdentityTables } from '../identity-tables.ts';

const DAY = 86_400_000;

/** From when a person’s access tokens rest, because the person has not signed in for as long as the council sets. */
export interface TokenRest {
  /** As the council has it. */
  readonly days: number;
  /** Undefined when the person has never signed in. */
  readonly lastSignedIn: Date | undefined;
  /** Undefined when the person has never signed in: then they rest. */
  readonly restFrom: Date | undefined;
  readonly rests: boolean;
}

/**
 * When the tokens rest. Every session is a sign-in, by the provider where the council has one, so the
 * last that was begun says when the provider last vouched for the person.
 */
function tokenRest(days: number, lastSignedIn: Date | undefined, now: Date): TokenRest {
  const restFrom =
    lastSignedIn === undefined ? undefined : new Date(lastSignedIn.getTime() + days * DAY);
  return { days, lastSignedIn, restFrom, rests: restFrom === undefined || restFrom <= now };
}

const LAST_SIGN_IN = `
select authority.token_rest_days, (select max(session.created_at) from session
  where session.authority_id = $1 and session.person_id = $2)
from authority where authority.authority_id = $1
`;

/** From when the tokens of the person rest. */
export async function tokenRestOf(
  tx: CouncilTransaction<IdentityTables>,
  personId: string,
  now: Date,
): Promise<TokenRest> {
  const [row] = await tx.rows(LAST_SIGN_IN, [tx.authority, personId]);
  const last = row?.[1] ?? undefined;
  return tokenRest(Number(row?.[0]), last as Date | undefined, now);
}
