import { WellplacedError } from '../../../core/errors.ts';
import type { IdentityContext } from '../identity-context.ts';
import { identityPaths } from '../paths.ts';

/**
 * The page at which the provider ends its own session; undefined when the session did not begin
 * there, when it offers no such page, or when it does not answer: one's session here is over anyway.
 */
export async function providerSignOut(
  { origin, provider }: IdentityContext,
  idToken: string | undefined,
): Promise<URL | undefined> {
  if (provider === undefined || idToken === undefined) return undefined;
  try {
    return await provider.signOutPage(idToken, new URL(identityPaths.signIn, origin));
  } catch (error) {
    if (error instanceof WellplacedError && error.code === 'provider-unavailable') return undefined;
    throw error;
  }
}
