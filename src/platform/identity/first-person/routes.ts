import { notFoundPage } from '../../http/problem-page.tsx';
import { page, type Reply, redirect } from '../../http/reply.ts';
import type { OpenRequest, OpenRoute } from '../../http/route.ts';
import { accessEndedPage } from '../access-ended-page.ts';
import type { IdentityContext } from '../identity-context.ts';
import { identityPaths } from '../paths.ts';
import { toProvider } from '../provider/routes.ts';
import { isFirstPersonLink } from './link.ts';
import { signInByLink } from './machine-user.ts';
import { FirstPersonView } from './view.tsx';

const USED_UP = 'This link has been used, or is too old. Restart the service for another.';

async function ask(request: OpenRequest, context: IdentityContext): Promise<Reply> {
  const { council, ground, params } = request;
  const token = params.token ?? '';
  if (!(await isFirstPersonLink(ground, council.code, token, context.now()))) {
    return notFoundPage(USED_UP);
  }
  const content = FirstPersonView({
    action: identityPaths.firstPerson(token),
    councilName: council.name,
    machineUser: context.provider === undefined ? context.machineUser : undefined,
  });
  return page({ title: 'Become the first person', content });
}

async function enter(request: OpenRequest, context: IdentityContext): Promise<Reply> {
  const { browser, council, ground, params, session } = request;
  if (context.provider !== undefined) {
    return toProvider(context.provider, '/', params.token);
  }
  const attempt = {
    token: params.token ?? '',
    user: context.machineUser,
    browser,
    instead: session?.sessionId,
  };
  const outcome = await signInByLink(ground, council.code, attempt, context.now());
  if (outcome.kind === 'used up') return notFoundPage(USED_UP);
  if (outcome.kind === 'left') return accessEndedPage(council.name);
  return redirect('/', [{ name: 'session', value: outcome.secret }]);
}

/** The link for a council's first person, which the service prints at its start. */
export function firstPersonRoutes(context: IdentityContext): readonly OpenRoute[] {
  const path = identityPaths.firstPerson(':token');
  return [
    { method: 'GET', path, timesAMinute: 30, handle: (request) => ask(request, context) },
    { method: 'POST', path, timesAMinute: 30, handle: (request) => enter(request, context) },
  ];
}
