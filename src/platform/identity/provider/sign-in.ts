import type { Ground } from '../../database/ground.ts';
import { useFirstPersonLink } from '../first-person/link.ts';
import type { IdentityTables } from '../identity-tables.ts';
import { personWhoIs, setRoles } from '../people.ts';
import { loadMapping, rolesOfClaim } from '../role-mapping.ts';
import { startSession } from '../sessions.ts';
import type { Vouched } from './provider.ts';

/** A sign-in that the provider vouches for. */
export interface ProviderSignIn {
  readonly vouched: Vouched;
  readonly browser: string;
  readonly instead: string | undefined;
  /** Set when the person followed the printed link: they become administrator if it still works. */
  readonly firstPersonToken: string | undefined;
}

type Found = Awaited<ReturnType<typeof personWhoIs>>;

/**
 * Signs a person in whom the provider vouches for: adds them the first time, gives the roles that
 * their claim is mapped to now and withdraws those it no longer gives. Gives the session's secret;
 * undefined for somebody who has left.
 */
export async function signInByProvider(
  ground: Ground,
  authority: string,
  { vouched, browser, instead, firstPersonToken }: ProviderSignIn,
  now: Date,
): Promise<string | undefined> {
  const { person: known, idToken } = vouched;
  const settling = {
    authority,
    actor: 'Wellplaced',
    reason: `${known.name} came from the provider`,
  };
  const person = await ground.transaction<IdentityTables, Found>(settling, async (tx) => {
    const found = await personWhoIs(tx, known, now);
    if (found === undefined) return undefined;
    const roles = rolesOfClaim(await loadMapping(tx), known.claimed);
    await setRoles(tx, found.personId, roles, 'claim', now);
    if (firstPersonToken !== undefined && (await useFirstPersonLink(tx, firstPersonToken, now))) {
      await setRoles(tx, found.personId, ['Administrator'], 'set-up', now);
    }
    return found;
  });
  if (person === undefined) return undefined;
  const { personId, name: actor } = person;
  const reason = 'signed in at the identity provider';
  const acting = { authority, actor, person: { personId, role: null }, reason };
  return ground.transaction<IdentityTables, string>(acting, async (tx) => {
    return (await startSession(tx, { personId, browser, instead, idToken }, now)).token;
  });
}
