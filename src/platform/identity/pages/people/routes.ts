import { WellplacedError } from '../../../../core/errors.ts';
import { type Sent, takeForm } from '../../../forms/take-form.ts';
import { notFoundPage } from '../../../http/problem-page.tsx';
import { doneAt, page, type Reply } from '../../../http/reply.ts';
import type { PageRequest } from '../../../http/route.ts';
import { listRoutes } from '../../../lists/list-routes.ts';
import type { Route } from '../../../permission/ground-permissions.ts';
import { mayDo } from '../../../permission/ground-permissions.ts';
import type { Role } from '../../../permission/roles.ts';
import {
  accessTokensOf,
  type ListedAccessToken,
  revokeAccessTokensOf,
} from '../../access-tokens/store.ts';
import { type TokenRest, tokenRestOf } from '../../access-tokens/token-rest.ts';
import type { IdentityContext } from '../../identity-context.ts';
import type { IdentityTables } from '../../identity-tables.ts';
import { type Ending, endingsOf } from '../../leaving/endings.ts';
import { checkMayGiveRoles } from '../../leaving/leave.ts';
import { identityPaths } from '../../paths.ts';
import { setRoles } from '../../people.ts';
import { endAllSessionsOf } from '../../sessions.ts';
import { revokeToken } from '../access-tokens/routes.ts';
import { ROLES_FORM } from './forms.ts';
import { peopleList } from './people-list.tsx';
import { type ListedPerson, loadPeople } from './store.ts';
import { PersonView } from './view.tsx';

type People = readonly ListedPerson[];

const BREADCRUMBS = [{ text: 'People', href: identityPaths.people }];
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The person whom the address names; undefined when there is none. */
export async function chosenPerson({
  params,
  read,
}: PageRequest): Promise<ListedPerson | undefined> {
  const personId = params.personId ?? '';
  if (!UUID.test(personId)) return undefined;
  const [person] = await read<IdentityTables, People>((tx) => loadPeople(tx, personId));
  return person;
}

function givenByHand({ held }: ListedPerson): readonly Role[] {
  return held.filter(({ givenBy }) => givenBy === 'administrator').map(({ role }) => role);
}

/** Nobody changes their own access. */
function mayChange(request: PageRequest, person: ListedPerson): boolean {
  const { personId, roles } = request.person;
  return mayDo(roles, 'manage people') && person.personId !== personId;
}

interface MoreOfPerson {
  readonly tokens: readonly ListedAccessToken[];
  readonly rest: TokenRest;
  readonly endings: readonly Ending[];
}

function moreOf(
  { read }: PageRequest,
  { personId }: ListedPerson,
  { now }: IdentityContext,
): Promise<MoreOfPerson> {
  return read<IdentityTables, MoreOfPerson>(async (tx) => ({
    tokens: await accessTokensOf(tx, personId, now()),
    rest: await tokenRestOf(tx, personId, now()),
    endings: await endingsOf(tx, personId),
  }));
}

async function personPage(
  request: PageRequest,
  context: IdentityContext,
  person: ListedPerson,
  sent?: Sent,
): Promise<Reply> {
  const may = mayChange(request, person);
  const more = await moreOf(request, person, context);
  const content = PersonView({ person, ...more, may, roles: givenByHand(person), sent });
  return page({ title: person.name, section: 'People', breadcrumbs: BREADCRUMBS, content });
}

async function showPerson(request: PageRequest, context: IdentityContext): Promise<Reply> {
  const person = await chosenPerson(request);
  return person === undefined ? notFoundPage() : personPage(request, context, person);
}

function refuseOwn(): never {
  throw new WellplacedError(
    'own-roles',
    'Nobody can change their own roles.',
    'Ask another administrator.',
  );
}

async function giveRoles(request: PageRequest, context: IdentityContext): Promise<Reply> {
  const me = request.person;
  const person = await chosenPerson(request);
  if (person === undefined) return notFoundPage();
  return takeForm(request, ROLES_FORM, {
    again: (sent) => personPage(request, context, person, sent),
    async work({ reason, roles }) {
      await request.change<IdentityTables, void>(reason, async (tx) => {
        if (person.personId === me.personId) refuseOwn();
        await checkMayGiveRoles(tx, person.personId, me.personId);
        await setRoles(tx, person.personId, roles, 'administrator', context.now());
      });
      return doneAt(identityPaths.person(person.personId), 'The roles are saved.');
    },
  });
}

async function endSessions(request: PageRequest, { now }: IdentityContext): Promise<Reply> {
  const person = await chosenPerson(request);
  if (person === undefined) return notFoundPage();
  const reason = `signed ${person.name} out everywhere`;
  await request.change<IdentityTables, void>(reason, async (tx) => {
    await endAllSessionsOf(tx, person.personId, now());
    await revokeAccessTokensOf(tx, person.personId, now());
  });
  return doneAt(identityPaths.person(person.personId), `${person.name} is signed out everywhere.`);
}

async function revokeTokenOf(request: PageRequest): Promise<Reply> {
  const person = await chosenPerson(request);
  if (person === undefined) return notFoundPage();
  const { personId, name } = person;
  return revokeToken(request, {
    personId,
    reason: `revoked an access token of ${name}`,
    back: identityPaths.person(personId),
  });
}

/** The people of the council, their roles and their sessions. */
export function peopleRoutes(context: IdentityContext): readonly Route[] {
  const permission = 'manage people';
  return [
    ...listRoutes(peopleList),
    {
      method: 'GET',
      path: identityPaths.person(':personId'),
      permission: 'see people',
      handle: (request) => showPerson(request, context),
    },
    {
      method: 'POST',
      path: identityPaths.giveRoles(':personId'),
      permission,
      handle: (request) => giveRoles(request, context),
    },
    {
      method: 'POST',
      path: identityPaths.endSessionsOf(':personId'),
      permission,
      handle: (request) => endSessions(request, context),
    },
    {
      method: 'POST',
      path: identityPaths.revokeAccessTokenOf(':personId'),
      permission,
      handle: revokeTokenOf,
    },
  ];
}
