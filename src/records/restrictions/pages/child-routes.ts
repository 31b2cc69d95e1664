import type { CouncilTransaction } from '../../../platform/database/ground.ts';
import { checkForm } from '../../../platform/http/form.ts';
import { page, type Reply, redirect } from '../../../platform/http/reply.ts';
import type { PageRequest } from '../../../platform/http/route.ts';
import { peopleWhoMay } from '../../../platform/identity/people-who-may.ts';
import { noSuchChildPage } from '../../children/no-such-child.ts';
import { paths } from '../../paths.ts';
import { RECORDS_PERMISSIONS, type Route } from '../../permissions.ts';
import { acknowledgeOpening } from '../openings.ts';
import { endRestriction, nameReaders, restrictChild } from '../restrict.ts';
import { isKnownChild, loadOpenings, loadRestrictions } from '../store.ts';
import type { RestrictionTables } from '../tables.ts';
import { type RestrictionPage, RestrictionView } from './child-view.tsx';
import { endForm, readersForm, restrictForm } from './schema.ts';

type Problems = Pick<RestrictionPage, 'problems' | 'typed'>;

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

async function show(request: PageRequest, problems: Problems = {}): Promise<Reply> {
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
    ...(problems.problems === undefined ? {} : { status: 422 }),
    content: RestrictionView({ ...loaded, ...problems }),
  });
}

type Change = (tx: CouncilTransaction<RestrictionTables>) => Promise<void>;

/** Does it in one transaction, in which its rules are checked, if the person may see the child at all. */
async function change(request: PageRequest, reason: string, work: Change): Promise<Reply> {
  if ((await load(request)) === undefined) return noSuchChildPage(request.person.roles);
  await request.whole.change<RestrictionTables, void>(reason, work);
  return redirect(paths.restriction(request.params.childId ?? ''));
}

/** The restriction of one child: made, changed, ended; its openings acknowledged. */
export function childRestrictionRoutes(): readonly Route[] {
  const permission = 'restrict a child';
  const doing = ({ person, now }: PageRequest) => ({ personId: person.personId, now });
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
        const check = checkForm(restrictForm, request.body);
        if (!check.ok) return show(request, check);
        const asked = { ...check.values, childId: childOf(request) };
        return change(request, asked.reason, (tx) => restrictChild(tx, asked, doing(request)));
      },
    },
    {
      method: 'POST',
      path: '/children/:childId/restriction/readers',
      permission,
      async handle(request) {
        const check = checkForm(readersForm, request.body);
        if (!check.ok) return show(request, check);
        const { named, reason } = check.values;
        return change(request, reason, (tx) =>
          nameReaders(tx, childOf(request), named, doing(request)),
        );
      },
    },
    {
      method: 'POST',
      path: '/children/:childId/restriction/end',
      permission,
      async handle(request) {
        const check = checkForm(endForm, request.body);
        if (!check.ok) return show(request, check);
        return change(request, check.values.ended, (tx) =>
          endRestriction(tx, childOf(request), doing(request)),
        );
      },
    },
    {
      method: 'POST',
      path: '/children/:childId/restriction/openings/:openingId/acknowledge',
      permission,
      handle: (request) =>
        change(request, 'acknowledged an opening', (tx) =>
          acknowledgeOpening(tx, childOf(request), request.params.openingId ?? '', doing(request)),
        ),
    },
  ];
}
