import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import { type Sent, takeForm } from '../../../../platform/forms/take-form.ts';
import { page, type Reply, redirect } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { noSuchChildPage } from '../../../children/no-such-child.ts';
import { checkLink } from '../../../links/check-link.ts';
import { recordedUnder } from '../../../links/compare-identifiers.ts';
import { linkFacts } from '../../../links/link-facts.ts';
import { loadLinks } from '../../../links/load-links.ts';
import type { PagesContext } from '../../../pages-context.ts';
import { paths } from '../../../paths.ts';
import type { Route } from '../../../permissions.ts';
import { loadPseudonyms } from '../../../reports/weekly-report/load-report.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { admitOnce, askedForAlready } from '../../asked-for.ts';
import { registerImport } from '../../imports/import-register.ts';
import { LINK_FORM, OTHER_FORM } from './forms.ts';
import { type LinksPage, LinksView } from './view.tsx';

type Transaction = CouncilTransaction<RecordsTables>;

/** An identifier as the returns write it. */
function identifier(text: string): string {
  return text.trim().toUpperCase();
}

const childOf = ({ params }: PageRequest) => params.childId ?? '';
const otherOf = ({ query }: PageRequest) => identifier(query.get('other') ?? '');

/** The page’s content; undefined for a child whom the person may not see, or whom there is not. */
function load(request: PageRequest): Promise<Omit<LinksPage, 'sent'> | undefined> {
  const childId = childOf(request);
  const other = otherOf(request);
  return request.read<RecordsTables, Omit<LinksPage, 'sent'> | undefined>(async (tx) => {
    const [one, second] = await recordedUnder(tx, other === '' ? [childId] : [childId, other]);
    if (one?.childId !== childId) return undefined;
    const compared =
      second === undefined || other === childId ? undefined : ([one, second] as const);
    return { childId, links: await loadLinks(tx, childId), compared };
  });
}

async function show(request: PageRequest, sent?: Sent): Promise<Reply> {
  const loaded = await load(request);
  if (loaded === undefined) return noSuchChildPage(request.person.roles);
  const { childId } = loaded;
  return page({
    title: `Identifiers of child ${childId}`,
    section: 'Records',
    breadcrumbs: [
      { text: 'Children', href: paths.children },
      { text: `Child ${childId}`, href: paths.child(childId) },
    ],
    content: LinksView({ ...loaded, sent }),
  });
}

/** Throws when the other identifier cannot follow the child’s, as things stand. */
function judge(request: PageRequest, other: string): Promise<void> {
  const childId = childOf(request);
  return request.read<RecordsTables, void>(async (tx) => {
    checkLink(other, childId, await linkFacts(tx, [other, childId]));
  });
}

function compare(request: PageRequest): Promise<Reply> {
  return takeForm(request, OTHER_FORM, {
    again: (sent) => show(request, sent),
    async work({ other }) {
      await judge(request, identifier(other));
      return redirect(paths.compareIdentifiers(childOf(request), identifier(other)));
    },
  });
}

function link(request: PageRequest, { desk, submitImport }: PagesContext): Promise<Reply> {
  const follows = childOf(request);
  const childId = otherOf(request);
  return takeForm(request, LINK_FORM, {
    again: (sent) => show(request, sent),
    async work({ kind, reason }) {
      await judge(request, childId);
      const pseudonym = await request.read<RecordsTables, string>(async (tx) =>
        (await loadPseudonyms(tx))(childId),
      );
      const links = { childId, follows, kind, pseudonym };
      const already = await request.read((tx: Transaction) => askedForAlready(tx, { links }));
      if (already !== undefined) return redirect(paths.import(already));
      const acting = request.acting(reason);
      const importId = await registerImport(desk, acting, 'page', 'queued', { links }, (tx) =>
        admitOnce(tx, { links }),
      );
      await submitImport(request.council.code, importId);
      return redirect(paths.import(importId));
    },
  });
}

/** The identifiers of a child, and linking another to them. */
export function linkRoutes(context: PagesContext): readonly Route[] {
  const permission = 'import records';
  return [
    {
      method: 'GET',
      path: '/children/:childId/identifiers',
      permission,
      audit: (request) => ({
        action: 'view',
        thing: 'child_link',
        key: { child_id: request.params.childId ?? '' },
      }),
      handle: (request) => show(request),
    },
    {
      method: 'POST',
      path: '/children/:childId/identifiers',
      permission,
      handle: compare,
    },
    {
      method: 'POST',
      path: '/children/:childId/identifiers/link',
      permission,
      handle: (request) => link(request, context),
    },
  ];
}
