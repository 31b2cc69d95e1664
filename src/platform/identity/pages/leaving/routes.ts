import { type Sent, takeForm } from '../../../forms/take-form.ts';
import { notFoundPage } from '../../../http/problem-page.tsx';
import { doneAt, type PageReply, page, type Reply, redirect } from '../../../http/reply.ts';
import type { PageRequest } from '../../../http/route.ts';
import type { Route } from '../../../permission/ground-permissions.ts';
import type { IdentityContext } from '../../identity-context.ts';
import type { IdentityTables } from '../../identity-tables.ts';
import { bringBack, endAccess } from '../../leaving/leave.ts';
import { identityPaths } from '../../paths.ts';
import { COME_BACK_FORM, leaveForm } from '../people/forms.ts';
import { chosenPerson } from '../people/routes.ts';
import type { ListedPerson } from '../people/store.ts';
import { type Consequences, consequencesOf } from './consequences.ts';
import { ComeBackView, LeaveView } from './view.tsx';

function pageOf(person: ListedPerson, title: string, content: PageReply['content']) {
  return page({
    title,
    section: 'People',
    breadcrumbs: [
      { text: 'People', href: identityPaths.people },
      { text: person.name, href: identityPaths.person(person.personId) },
    ],
    content,
  });
}

async function askToEnd(
  request: PageRequest,
  context: IdentityContext,
  person: ListedPerson,
  sent?: Sent,
): Promise<Reply> {
  if (person.leftAt !== undefined) return redirect(identityPaths.person(person.personId));
  const ids = { by: request.person.personId, leaving: person.personId };
  // The whole: an administrator sees no restricted child, but they must not be forgotten.
  const consequences = await request.whole.read<IdentityTables, Consequences>((tx) =>
    consequencesOf(tx, ids, context),
  );
  const content = LeaveView({ person, consequences, sent });
  return pageOf(person, `End the access of ${person.name}`, content);
}

function end(request: PageRequest, context: IdentityContext, person: ListedPerson): Promise<Reply> {
  const { personId } = person;
  return takeForm(request, leaveForm(person.name, []), {
    again: (sent) => askToEnd(request, context, person, sent),
    async work({ reason, successor }) {
      const change = { personId, by: request.person.personId, reason, now: context.now() };
      await request.whole.change<IdentityTables, void>(reason, (tx) =>
        endAccess(tx, change, context, successor),
      );
      return doneAt(identityPaths.person(personId), `The access of ${person.name} is ended.`);
    },
  });
}

function askToBringBack(person: ListedPerson, sent?: Sent): Reply {
  if (person.leftAt === undefined) return redirect(identityPaths.person(person.personId));
  return pageOf(person, `Bring ${person.name} back`, ComeBackView({ person, sent }));
}

function back(
  request: PageRequest,
  context: IdentityContext,
  person: ListedPerson,
): Promise<Reply> {
  const { personId } = person;
  return takeForm(request, COME_BACK_FORM, {
    again: (sent) => askToBringBack(person, sent),
    async work({ reason }) {
      const change = { personId, by: request.person.personId, reason, now: context.now() };
      await request.whole.change<IdentityTables, void>(reason, (tx) => bringBack(tx, change));
      return doneAt(identityPaths.person(personId), `${person.name} can sign in again.`);
    },
  });
}

/** Ending a person’s access, and bringing a person back. */
export function leavingRoutes(context: IdentityContext): readonly Route[] {
  const permission = 'manage people';
  type Handle = (request: PageRequest, person: ListedPerson) => Reply | Promise<Reply>;
  const ofPerson = (handle: Handle) => async (request: PageRequest) => {
    const person = await chosenPerson(request);
    return person === undefined ? notFoundPage() : handle(request, person);
  };
  const leave = identityPaths.leave(':personId');
  const comeBack = identityPaths.comeBack(':personId');
  return [
    {
      method: 'GET',
      path: leave,
      permission,
      handle: ofPerson((request, person) => askToEnd(request, context, person)),
    },
    {
      method: 'POST',
      path: leave,
      permission,
      handle: ofPerson((request, person) => end(request, context, person)),
    },
    {
      method: 'GET',
      path: comeBack,
      permission,
      handle: ofPerson((_request, person) => askToBringBack(person)),
    },
    {
      method: 'POST',
      path: comeBack,
      permission,
      handle: ofPerson((request, person) => back(request, context, person)),
    },
  ];
}
