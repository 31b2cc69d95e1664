import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import { page, type Reply } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { pageAsked } from '../../../../platform/lists/list-query.ts';
import { paths } from '../../../paths.ts';
import { mayDo, type Route } from '../../../permissions.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { loadSources } from '../../load-sources.ts';
import { noSuchChildPage } from '../../no-such-child.ts';
import { SourcesView } from './view.tsx';

async function showSources({ params, person, query, read }: PageRequest): Promise<Reply> {
  const childId = params.childId ?? '';
  const sources = await read((tx: CouncilTransaction<RecordsTables>) => loadSources(tx, childId));
  // The child’s own record is among them: of a child who is not known, or hidden, there is none.
  if (sources.length === 0) return noSuchChildPage(person.roles);
  return page({
    title: `Where the records of child ${childId} come from`,
    section: 'Records',
    breadcrumbs: [
      { text: 'Children', href: paths.children },
      { text: `Child ${childId}`, href: paths.child(childId) },
    ],
    content: SourcesView({
      ...{ childId, sources, page: pageAsked(query) },
      maySeeImports: mayDo(person.roles, 'see imports'),
    }),
  });
}

/** Which file and line say each record of a child. */
export function sourcesRoutes(): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/children/:childId/sources',
      permission: 'see a child',
      audit: ({ params }) => ({
        action: 'view',
        thing: 'child',
        key: { child_id: params.childId ?? '' },
      }),
      handle: showSources,
    },
  ];
}
