import type { ReplyCookie } from '../../../http/cookies.ts';
import { typedValue } from '../../../http/form.ts';
import { notFoundPage } from '../../../http/problem-page.tsx';
import { page, type Reply, redirect } from '../../../http/reply.ts';
import type { PageRequest } from '../../../http/route.ts';
import type { Route } from '../../../permission/ground-permissions.ts';
import { accessTokensOf, revokeAccessTokensOf } from '../../access-tokens/store.ts';
import { tokenRestOf } from '../../access-tokens/token-rest.ts';
import type { IdentityContext } from '../../identity-context.ts';
import type { IdentityTables } from '../../identity-tables.ts';
import { identityPaths } from '../../paths.ts';
import { providerSignOut } from '../../provider/sign-out.ts';
import { type ListedSession, sessionsOf } from '../../session-list.ts';
import { endAllSessionsOf, endSession, endSessionOf } from '../../sessions.ts';
import { AccountView } from './view.tsx';

const NO_SESSION: ReplyCookie = { name: 'session', value: undefined };

interface Shown {
  readonly sessions: readonly ListedSession[];
  readonly tokens: number;
  readonly restDays: number;
}

async function showAccount(
  request: PageRequest,
  { limits, permissions }: IdentityContext,
): Promise<Reply> {
  const { now, person, sessionId } = request;
  const { personId } = person;
  const shown = await request.read<IdentityTables, Shown>(async (tx) => ({
    sessions: await sessionsOf(tx, personId, limits, now),
    tokens: (await accessTokensOf(tx, personId, now)).length,
    restDays: (await tokenRestOf(tx, personId, now)).days,
  }));
  return page({
    title: 'Your account',
    content: AccountView({ person, permissions, ...shown, current: sessionId }),
  });
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

async function endOne(request: PageRequest): Promise<Reply> {
  const { body, now, person, sessionId } = request;
  const chosen = typedValue(body, 'session');
  const ended =
    UUID.test(chosen) &&
    (await request.change<IdentityTables, boolean>('ended one of their own sessions', (tx) =>
      endSessionOf(tx, person.personId, chosen, now),
    ));
  if (!ended) return notFoundPage('You have no such session.');
  return chosen === sessionId
    ? redirect(identityPaths.signedOut, [NO_SESSION])
    : redirect(identityPaths.account);
}

async function endAll({ change, now, person }: PageRequest): Promise<Reply> {
  await change<IdentityTables, void>('signed out everywhere', async (tx) => {
    await endAllSessionsOf(tx, person.personId, now);
    await revokeAccessTokensOf(tx, person.personId, now);
  });
  return redirect(identityPaths.signedOut, [NO_SESSION]);
}

async function signOut(request: PageRequest, context: IdentityContext): Promise<Reply> {
  const { now, sessionId } = request;
  const idToken = await request.change<IdentityTables, string | undefined>('signed out', (tx) =>
    endSession(tx, sessionId, now),
  );
  const there = await providerSignOut(context, idToken);
  if (there !== undefined) return { kind: 'provider', to: there, cookies: [NO_SESSION] };
  return redirect(identityPaths.signedOut, [NO_SESSION]);
}

/** One's own account and sessions, and signing out. */
export function accountRoutes(context: IdentityContext): readonly Route[] {
  const permission = 'keep own account';
  const post = (path: string, handle: (request: PageRequest) => Promise<Reply>): Route => ({
    method: 'POST',
    path,
    permission,
    handle,
  });
  return [
    {
      method: 'GET',
      path: identityPaths.account,
      permission,
      handle: (request) => showAccount(request, context),
    },
    post(identityPaths.endSession, endOne),
    post(identityPaths.endAllSessions, endAll),
    post(identityPaths.signOut, (request) => signOut(request, context)),
  ];
}
