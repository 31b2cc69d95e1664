import type { ReplyCookie } from '../../http/cookies.ts';
import { notFoundPage, problemPage } from '../../http/problem-page.tsx';
import { type Reply, redirect } from '../../http/reply.ts';
import { safeReturnPath } from '../../http/return-path.ts';
import type { OpenRequest, OpenRoute } from '../../http/route.ts';
import { accessEndedPage } from '../access-ended-page.ts';
import type { IdentityContext } from '../identity-context.ts';
import { identityPaths } from '../paths.ts';
import type { Provider } from './provider.ts';
import { signInByProvider } from './sign-in.ts';
import { ATTEMPT_SECONDS, attemptAsCookie, attemptFromCookie } from './sign-in-attempt.ts';

const NO_ATTEMPT: ReplyCookie = { name: 'sign-in', value: undefined };

/** Sends the person to sign in at the provider, and remembers the attempt in their browser. */
export async function toProvider(
  provider: Provider,
  returnTo: string,
  firstPersonToken?: string,
): Promise<Reply> {
  const { to, attempt } = await provider.begin(returnTo, firstPersonToken);
  const value = attemptAsCookie(attempt);
  const cookies = [{ name: 'sign-in', value, maxAgeSeconds: ATTEMPT_SECONDS }] as const;
  return { kind: 'provider', to, cookies };
}

async function comeBack(request: OpenRequest, context: IdentityContext): Promise<Reply> {
  const { browser, cookie, council, ground, query, session } = request;
  const attempt = attemptFromCookie(cookie('sign-in'));
  if (attempt === undefined || context.provider === undefined) {
    return problemPage({
      status: 400,
      title: 'No sign-in is under way in this browser',
      message: 'It took more than ten minutes, or it was begun in another browser.',
      remedy: 'Open the sign-in page and begin again.',
    });
  }
  const vouched = await context.provider.finish(query, attempt);
  const { firstPersonToken, returnTo } = attempt;
  const signIn = { vouched, browser, instead: session?.sessionId, firstPersonToken };
  const secret = await signInByProvider(ground, council.code, signIn, context.now());
  if (secret === undefined) return accessEndedPage(council.name);
  return redirect(returnTo, [{ name: 'session', value: secret }, NO_ATTEMPT]);
}

/** Signing in at the council's identity provider: the way there and the way back. */
export function providerRoutes(context: IdentityContext): readonly OpenRoute[] {
  return [
    {
      method: 'GET',
      path: identityPaths.council,
      timesAMinute: 60,
      handle: ({ query }) =>
        context.provider === undefined
          ? notFoundPage()
          : toProvider(context.provider, safeReturnPath(query.get('return'))),
    },
    {
      method: 'GET',
      path: identityPaths.callback,
      timesAMinute: 60,
      handle: (request) => comeBack(request, context),
    },
  ];
}
