import { WellplacedError } from '../../../../core/errors.ts';
import { checkForm, type FieldProblem } from '../../../http/form.ts';
import { notFoundPage } from '../../../http/problem-page.tsx';
import { type PageReply, page, type Reply, redirect } from '../../../http/reply.ts';
import type { FormFields, PageRequest } from '../../../http/route.ts';
import type { Route } from '../../../permission/ground-permissions.ts';
import type { IdentityContext } from '../../identity-context.ts';
import type { IdentityTables } from '../../identity-tables.ts';
import { bringBack, endAccess } from '../../leaving/leave.ts';
import { identityPaths } from '../../paths.ts';
import { chosenPerson } from '../people/routes.ts';
import { comeBackForm, leaveForm } from '../people/schema.ts';
import type { ListedPerson } from '../people/store.ts';
import { type Consequences, consequencesOf } from './consequences.ts';
import { ComeBackView, LeaveView } from './view.tsx';

interface Wrong {
  readonly problems?: readonly FieldProblem[];
  readonly typed?: FormFields;
}

function pageOf(person: ListedPerson, title: string, wrong: Wrong, content: PageReply['content']) {
  return page({
    title,
    section: 'People',
    breadcrumbs: [
      { text: 'People', href: identityPaths.people },
      { text: person.name, href: identityPaths.person(person.personId) },
    ],
    ...(wrong.problems === undefined ? {} : { status: 422 }),
    content,
  });
}

async function askToEnd(
  request: PageRequest,
  context: IdentityContext,
  person: ListedPerson,
  wrong: Wrong = {},
): Promise<Reply> {
  if (person.leftAt !== undefined) return redirect(identityPaths.person(person.personId));
  // The whole ground: an administrator sees no restricted child, but they must not be forgotten.
  const { council, person: me, wholeGround } = request;
  const ids = { by: me.personId, leaving: person.personId };
  const consequences = await wholeGround.read<IdentityTables, Consequences>(council.code, (tx) =>
    consequencesOf(tx, ids, context),
  );
  const content = LeaveView({ person, consequences, ...wrong });
  return pageOf(person, `End the access of ${person.name}`, wrong, content);
}

function ofSuccessor(error: unknown): FieldProblem {
  if (!(error instanceof WellplacedError) || error.code !== 'successor-needed') throw error;
  return { field: 'successor', message: `${error.message} ${error.remedy}` };
}

async function end(
  request: PageRequest,
  context: IdentityContext,
  person: ListedPerson,
): Promise<Reply> {
  const check = checkForm(leaveForm, request.body);
  if (!check.ok) return askToEnd(request, context, person, check);
  const { reason, successor } = check.values;
  const { personId } = person;
  const change = { personId, by: request.person.personId, reason, now: context.now() };
  try {
    await request.wholeGround.transaction<IdentityTables, void>(request.acting(reason), (tx) =>
      endAccess(tx, change, context, successor),
    );
  } catch (error) {
    const problems = [ofSuccessor(error)];
    return askToEnd(request, context, person, { problems, typed: request.body });
  }
  return redirect(identityPaths.person(personId));
}

function askToBringBack(person: ListedPerson, wrong: Wrong = {}): Reply {
  if (person.leftAt === undefined) return redirect(identityPaths.person(person.personId));
  return pageOf(person, `Bring ${person.name} back`, wrong, ComeBackView({ person, ...wrong }));
}

async function back(
  request: PageRequest,
  context: IdentityContext,
  person: ListedPerson,
): Promise<Reply> {
  const check = checkForm(comeBackForm, request.body);
  if (!check.ok) return askToBringBack(person, check);
  const { reason } = check.values;
  const { personId } = person;
  const change = { personId, by: request.person.personId, reason, now: context.now() };
  await request.wholeGround.transaction<IdentityTables, void>(request.acting(reason), (tx) =>
    bringBack(tx, change),
  );
  return redirect(identityPaths.person(personId));
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
