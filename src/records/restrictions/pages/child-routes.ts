import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import type { Form, ValuesOf } from '../../../platform/forms/form.ts';
import { type Sent, takeForm } from '../../../platform/forms/take-form.ts';
import { doneAt, page, type Reply } from '../../../platform/http/reply.ts';
import type { PageRequest } from '../../../platform/http/route.ts';
import { peopleWhoMay } from '../../../platform/identity/people-who-may.ts';
import { noSuchChildPage } from '../../children/no-such-child.ts';
import { paths } from '../../paths.ts';
import { RECORDS_PERMISSIONS, type Route } from '../../permissions.ts';
import { acknowledgeOpening } from '../openings.ts';
import { type Doing, endRestriction, nameReaders, restrictChild } from '../restrict.ts';
import type { RestrictionPerson } from '../restriction.ts';
import { isKnownChild, loadOpenings, loadRestrictions } from '../store.ts';
import type { RestrictionTables } from '../tables.ts';
import { type RestrictionPage, RestrictionView } from './child-view.tsx';
import { END_FORM, readersForm, restrictForm } from './forms.ts';

/** What the page shows; undefined for a child whom the person may not see, or whom there is not. */
async function load(request: PageRequest): Promise<RestrictionPage | undefined> {
  const { params, person } = request;
  const childId = params.childId ?? '';
  return request.read<RestrictionTables, RestrictionPage | undefined>(async (tx) => {
    if (!(await isKnownChild(tx, childId))) return undefined;
    const [restriction] = await loadRestrictions(tx, childId);
    return {
      childId,
      restriction,
      openings: await loadOpenings(tx, childId),
      people: await peopleWhoMay(tx, RECORDS_PERMISSIONS, 'see a child'),
      personId: person.personId,
    };
  });
}

async function show(request: PageRequest, sent?: Sent): Promise<Reply> {
  const loaded = await load(request);
  if (loaded === undefined) return noSuchChildPage(request.person.roles);
  const { childId } = loaded;
  return page({
    title: `Restriction of child ${childId}`,
    section: 'Records',
    breadcrumbs: [
      { text: 'Children', href: paths.children },
      { text: `Child ${childId}`, href: paths.child(childId) },
    ],
    content: RestrictionView({ ...loaded, sent }),
  });
}

type Change = (tx: CouncilTransaction<RestrictionTables>) => Promise<void>;

/** Does it in one transaction, in which its rules are checked, if the person may see the child at all. */
async function change(
  request: PageRequest,
  reason: string,
  done: string,
  work: Change,
): Promise<Reply> {
  if ((await load(request)) === undefined) return noSuchChildPage(request.person.roles);
  await request.whole.change<RestrictionTables, void>(reason, work);
  return doneAt(paths.restriction(request.params.childId ?? ''), done);
}

function doing({ person, now }: PageRequest): Doing {
  return { personId: person.personId, now };
}

/** Takes a form about the child; where it is wrong or refused, the page is shown again. */
function take<Of extends Form['fields']>(
  request: PageRequest,
  form: Form<Of>,
  done: string,
  asked: (values: ValuesOf<Of>) => { readonly reason: string; readonly work: Change },
): Promise<Reply> {
  return takeForm(request, form, {
    again: (sent) => show(request, sent),
    work(values) {
      const { reason, work } = asked(values);
      return change(request, reason, done, work);
    },
  });
}

/** The forms that name people, with those who could be named. */
function possible({ read }: PageRequest): Promise<readonly RestrictionPerson[]> {
  return read<RestrictionTables, readonly RestrictionPerson[]>((tx) =>
    peopleWhoMay(tx, RECORDS_PERMISSIONS, 'see a child'),
  );
}

/** The restriction of one child: made, changed, ended; its openings acknowledged. */
export function childRestrictionRoutes(): readonly Route[] {
  const permission = 'restrict a child';
  const childOf = ({ params }: PageRequest) => params.childId ?? '';
  return [
    {
      method: 'GET',
      path: '/children/:childId/restriction',
      permission,
      audit: ({ params }) => ({
        action: 'view',
        thing: 'restriction',
        key: { child_id: params.childId ?? '' },
      }),
      handle: (request) => show(request),
    },
    {
      method: 'POST',
      path: '/children/:childId/restriction',
      permission,
      async handle(request) {
        return take(
          request,
          restrictForm(await possible(request)),
          'The child is restricted.',
          (values) => ({
            reason: values.reason,
            work: (tx) =>
              restrictChild(tx, { ...values, childId: childOf(request) }, doing(request)),
          }),
        );
      },
    },
    {
      method: 'POST',
      path: '/children/:childId/restriction/readers',
      permission,
      async handle(request) {
        return take(
          request,
          readersForm(await possible(request)),
          'The names are saved.',
          ({ named, reason }) => ({
            reason,
            work: (tx) => nameReaders(tx, childOf(request), named, doing(request)),
          }),
        );
      },
    },
    {
      method: 'POST',
      path: '/children/:childId/restriction/end',
      permission,
      handle: (request) =>
        take(request, END_FORM, 'The restriction is ended.', ({ reason }) => ({
          reason,
          work: (tx) => endRestriction(tx, childOf(request), doing(request)),
        })),
    },
    {
      method: 'POST',
      path: '/children/:childId/restriction/openings/:openingId/acknowledge',
      permission,
      handle: (request) =>
        change(request, 'acknowledged an opening', 'The opening is acknowledged.', (tx) =>
          acknowledgeOpening(tx, childOf(request), request.params.openingId ?? '', doing(request)),
        ),
    },
  ];
}
