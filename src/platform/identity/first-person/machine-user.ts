import type { Ground } from '../../database/ground.ts';
import { type IdentityTables, MACHINE } from '../identity-tables.ts';
import { personWhoIs, setRoles } from '../people.ts';
import { startSession } from '../sessions.ts';
import { useFirstPersonLink } from './link.ts';

/** A sign-in by a printed link. */
export interface LinkAttempt {
  readonly token: string;
  /** The user of the machine's system who runs the service and so could read the link. */
  readonly user: string;
  readonly browser: string;
  readonly instead: string | undefined;
}

/** What came of it: signed in by a session’s secret, a link that does not work, or somebody whose access was ended. */
export type LinkOutcome =
  | { readonly kind: 'in'; readonly secret: string }
  | { readonly kind: 'used up' }
  | { readonly kind: 'left' };

/**
 * Signs in whoever runs the service, by a link that only they can read, as administrator and data
 * officer: for a council that has no identity provider yet.
 */
export function signInByLink(
  ground: Ground,
  authority: string,
  { token, user, browser, instead }: LinkAttempt,
  now: Date,
): Promise<LinkOutcome> {
  const acting = { authority, actor: user, reason: 'signed in by the printed link' };
  return ground.transaction<IdentityTables, LinkOutcome>(acting, async (tx) => {
    if (!(await useFirstPersonLink(tx, token, now))) return { kind: 'used up' };
    const known = { issuer: MACHINE, subject: user, name: user, email: undefined, claimed: [] };
    const person = await personWhoIs(tx, known, now);
    if (person === undefined) return { kind: 'left' };
    const { personId } = person;
    await setRoles(tx, personId, ['Administrator', 'Data officer'], 'set-up', now);
    const { token: secret } = await startSession(tx, { personId, browser, instead }, now);
    return { kind: 'in', secret };
  });
}
