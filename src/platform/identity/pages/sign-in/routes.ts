import { typedValue } from '../../../http/form.ts';
import { notFoundPage } from '../../../http/problem-page.tsx';
import { page, type Reply, redirect } from '../../../http/reply.ts';
import { safeReturnPath } from '../../../http/return-path.ts';
import type { OpenRequest, OpenRoute } from '../../../http/route.ts';
import { demonstrationPeople, signInAsDemonstrationPerson } from '../../demonstration/door.ts';
import type { IdentityContext } from '../../identity-context.ts';
import { identityPaths } from '../../paths.ts';
import { SignInView } from './view.tsx';

async function showDoors(request: OpenRequest, context: IdentityContext): Promise<Reply> {
  const { council, ground, query, session } = request;
  const back = safeReturnPath(query.get('return'));
  if (session !== undefined) return redirect(back);
  const content = SignInView({
    councilName: council.name,
    people: await demonstrationPeople(ground, council.code),
    back,
    byProvider: context.provider !== undefined,
    signedOut: query.get('signed-out') === 'yes',
  });
  return page({ title: 'Sign in to Wellplaced', content });
}

async function signInAs(request: OpenRequest, { now }: IdentityContext): Promise<Reply> {
  const { body, browser, council, ground, session } = request;
  const attempt = {
    personId: typedValue(body, 'person'),
    browser,
    ...(session === undefined ? {} : { instead: session.sessionId }),
  };
  const token = await signInAsDemonstrationPerson(ground, council.code, attempt, now());
  if (token === undefined) return notFoundPage();
  const back = safeReturnPath(typedValue(body, 'return'));
  return redirect(back, [{ name: 'session', value: token }]);
}

/** Signing in: the doors of the council, and the demonstration's, which leads nowhere in a real one. */
export function signInRoutes(context: IdentityContext): readonly OpenRoute[] {
  return [
    {
      method: 'GET',
      path: identityPaths.signIn,
      timesAMinute: 120,
      handle: (request) => showDoors(request, context),
    },
    {
      method: 'POST',
      path: identityPaths.demonstration,
      timesAMinute: 60,
      handle: (request) => signInAs(request, context),
    },
  ];
}
