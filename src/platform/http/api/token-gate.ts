import type { Person } from '../route.ts';

/** Whose access token a request carries. */
export interface TokenHolder {
  readonly tokenId: string;
  /** What the person calls it; it stands in the audit trail. */
  readonly tokenName: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date;
  /** The person, whose roles count for the token's scopes alone. */
  readonly person: Person;
}

/** Tells whose token a request carries, each time anew: roles and tokens may have changed since the last. */
export interface TokenGate {
  /** Undefined when it is no token, or it has expired or been revoked or rests, or the person has left. */
  holderOf(secret: string): Promise<TokenHolder | undefined>;
  /** Whether it would work but for this: its person has not signed in for as long as the council sets. */
  rests(secret: string): Promise<boolean>;
}
