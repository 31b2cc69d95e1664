import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { WellplacedError } from '../../../core/errors.ts';
import type { KnownPerson } from '../people.ts';
import { personFromClaims } from './claims.ts';
import type { SignInAttempt } from './sign-in-attempt.ts';

/** The council's identity provider, as the configuration names it. */
export interface ProviderSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim whose values are mapped to roles. */
  readonly rolesClaim: string;
  readonly scopes: string;
  /** Where the provider sends people back to: a path of this service. */
  readonly callback: URL;
}

/** A person as the provider vouches for them, with what it wants to see again at sign-out. */
export interface Vouched {
  readonly person: KnownPerson;
  readonly idToken: string | undefined;
}

/** The identity provider (OpenID Connect Core 1.0, code flow with PKCE). */
export interface Provider {
  /** Where to send a person to sign in, and what to remember of it. */
  begin(returnTo: string, firstPersonToken?: string): Promise<{ to: URL; attempt: SignInAttempt }>;
  /** Who came back. Throws a WellplacedError `sign-in-failed` when the answer is not to this attempt, or is a refusal. */
  finish(query: URLSearchParams, attempt: SignInAttempt): Promise<Vouched>;
  /** Where to end the provider's own session; undefined when it offers no such page. */
  signOutPage(idToken: string, backTo: URL): Promise<URL | undefined>;
  /** The origin of that page, once it is known. */
  signOutOrigin(): string | undefined;
  /** The same provider, with what is known of it, for people who come back to another address. */
  at(callback: URL): Provider;
}

function unreachable(issuer: URL, cause: unknown): WellplacedError {
  return new WellplacedError(
    'provider-unavailable',
    `The identity provider at ${issuer.host} does not answer as it should.`,
    'Try again in a minute. If it happens again, whoever runs the service checks WELLPLACED_OIDC_ISSUER.',
    { cause },
  );
}

/** What the provider offers: asked for once, and known from then on. */
interface Offered {
  ask(): Promise<Configuration>;
  signOutOrigin(): string | undefined;
}

/** Asks the provider once what it offers; after a failure the next request asks again. */
function discovered(settings: ProviderSettings): Offered {
  const { issuer, clientId, clientSecret } = settings;
  // The configuration lets http be only for a provider on this machine, as the tests have one.
  const options = issuer.protocol === 'http:' ? { execute: [allowInsecureRequests] } : {};
  let asked: Promise<Configuration> | undefined;
  let signOutOrigin: string | undefined;
  async function askOnce(): Promise<Configuration> {
    const offered = await discovery(issuer, clientId, clientSecret, undefined, options);
    const endSession = offered.serverMetadata().end_session_endpoint;
    signOutOrigin = endSession === undefined ? undefined : new URL(endSession).origin;
    return offered;
  }
  return {
    ask() {
      asked ??= askOnce().catch((error) => {
        asked = undefined;
        throw unreachable(issuer, error);
      });
      return asked;
    },
    signOutOrigin: () => signOutOrigin,
  };
}

/** The provider of these settings. Asked what it offers at the first sign-in, so that a start needs no network. */
export function providerOf(
  settings: ProviderSettings,
  offered: Offered = discovered(settings),
): Provider {
  return {
    signOutOrigin: offered.signOutOrigin,
    at: (callback) => providerOf({ ...settings, callback }, offered),
    async begin(returnTo, firstPersonToken) {
      const provider = await offered.ask();
      const attempt: SignInAttempt = {
        state: randomState(),
        nonce: randomNonce(),
        verifier: randomPKCECodeVerifier(),
        returnTo,
        ...(firstPersonToken === undefined ? {} : { firstPersonToken }),
      };
      const to = buildAuthorizationUrl(provider, {
        redirect_uri: settings.callback.href,
        scope: settings.scopes,
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
      });
      return { to, attempt };
    },
    async finish(query, attempt) {
      const provider = await offered.ask();
      const answer = new URL(settings.callback);
      answer.search = query.toString();
      try {
        const tokens = await authorizationCodeGrant(provider, answer, {
          pkceCodeVerifier: attempt.verifier,
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) throw new Error('the provider sent no ID token');
        const complete = claims[settings.rolesClaim] !== undefined;
        const asksMore = !complete && provider.serverMetadata().userinfo_endpoint !== undefined;
        const more = asksMore
          ? await fetchUserInfo(provider, tokens.access_token, claims.sub)
          : undefined;
        const person = personFromClaims({ ...more, ...claims }, settings.rolesClaim);
        return { person, idToken: tokens.id_token };
      } catch (cause) {
        throw new WellplacedError(
          'sign-in-failed',
          'The identity provider did not sign you in, or its answer is not to your last attempt.',
          'Open the sign-in page and try again.',
          { cause },
        );
      }
    },
    async signOutPage(idToken, backTo) {
      const provider = await offered.ask();
      if (provider.serverMetadata().end_session_endpoint === undefined) return undefined;
      return buildEndSessionUrl(provider, {
        id_token_hint: idToken,
        post_logout_redirect_uri: backTo.href,
      });
    },
  };
}
