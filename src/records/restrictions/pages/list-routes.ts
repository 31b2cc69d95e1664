import { viewOf } from '../../../platform/http/audit-event.ts';
import { page, type Reply } from '../../../platform/http/reply.ts';
import type { PageRequest } from '../../../platform/http/route.ts';
import { paths } from '../../paths.ts';
import type { Route } from '../../permissions.ts';
import type { Restriction, RestrictionOpening } from '../restriction.ts';
import { hiddenChildren } from '../seen-by.ts';
import { loadOpenings, loadRestrictions } from '../store.ts';
import type { RestrictionTables } from '../tables.ts';
import { RESTRICTED_TITLE, RestrictedChildrenView } from './list-view.tsx';

interface Listed {
  readonly restrictions: readonly Restriction[];
  readonly openings: readonly RestrictionOpening[];
  readonly leavesOut: boolean;
}

async function showList({ person, read }: PageRequest): Promise<Reply> {
  const listed = await read<RestrictionTables, Listed>(async (tx) => ({
    restrictions: await loadRestrictions(tx),
    openings: await loadOpenings(tx),
    leavesOut: (await hiddenChildren(tx)).size > 0,
  }));
  return page({
    title: RESTRICTED_TITLE,
    section: 'Records',
    breadcrumbs: [{ text: 'Children', href: paths.children }],
    content: RestrictedChildrenView({ ...listed, personId: person.personId }),
  });
}

/** The restricted children whom the person may see, and who opened one of them. */
export function restrictedChildrenRoutes(): readonly Route[] {
  return [
    {
      method: 'GET',
      path: paths.restrictedChildren,
      permission: 'restrict a child',
      audit: viewOf('list of restricted children'),
      handle: showList,
    },
  ];
}
