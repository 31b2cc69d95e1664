import { z } from 'zod';
import type { KnownPerson } from '../people.ts';

const text = z.string().trim().min(1).max(300);

const CLAIMS = z.object({
  iss: text,
  sub: text,
  name: text.optional().catch(undefined),
  preferred_username: text.optional().catch(undefined),
  email: text.optional().catch(undefined),
});

/** One value, several, or several in one string with spaces between them, as providers differ. */
const VALUES = z
  .union([z.array(z.unknown()), z.string().transform((values) => values.split(/[\s,]+/))])
  .catch([])
  .transform((values) => values.filter((value) => typeof value === 'string' && value !== ''));

/** The person whom the claims describe (OpenID Connect Core 1.0, section 5.1), with the values of the roles claim. */
export function personFromClaims(
  claims: Readonly<Record<string, unknown>>,
  rolesClaim: string,
): KnownPerson {
  const { iss, sub, name, preferred_username: username, email } = CLAIMS.parse(claims);
  const claimed = VALUES.parse(claims[rolesClaim]) as string[];
  return {
    issuer: iss,
    subject: sub,
    name: name ?? username ?? email ?? sub,
    email: email ?? username,
    claimed: [...new Set(claimed)].sort(),
  };
}
