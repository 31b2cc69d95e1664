import { type Audit, exportOf, viewOf } from '../http/audit-event.ts';
import { page, type Reply } from '../http/reply.ts';
import type { PageRequest } from '../http/route.ts';
import type { Filters, ValuesOf } from './filters.tsx';
import type { List, Loaded } from './list.ts';
import { sendList } from './list-file.ts';
import { loadPage, readFilters } from './list-query.ts';
import { ListView } from './list-view.tsx';
import { anyList } from './views/kept.ts';
import { queryBeside, viewAsked } from './views/opened.ts';
import { viewsOf } from './views/store.ts';
import { ViewLine } from './views/view-line.tsx';
import { type ListRoute, viewRoutes } from './views/view-routes.ts';

/** The page of a list as it is asked for. */
async function showList<P extends string, F extends Filters, Found extends Loaded<unknown>>(
  of: List<P, F, Found>,
  asked: PageRequest,
): Promise<Reply> {
  const own = { personId: asked.person.personId, list: of.name };
  const views = await asked.read((tx) => viewsOf(tx, own));
  const elsewhere = viewAsked(anyList(of), asked, views);
  if (elsewhere !== undefined) return elsewhere;
  const request = { ...asked, query: queryBeside(asked.query, views) };
  const check = readFilters(of.filters, request);
  const place = (values: ValuesOf<F> | undefined) => {
    const breadcrumbs = of.breadcrumbs?.(request, values);
    return { section: of.section, ...(breadcrumbs && { breadcrumbs }) };
  };
  if (!check.ok) {
    const { problems } = check;
    const { title } = of;
    const content = ListView({ of, request, title, problems });
    return page({ title, ...place(undefined), status: 422, content });
  }
  const { values } = check;
  const found = { values, ...(await loadPage(of, request, values)) };
  const leftOut = await of.leftOut?.(request);
  const title = of.titled?.(values, found.loaded) ?? of.title;
  const line = ViewLine({ of: anyList(of), request, views });
  const content = ListView({ of, request, title, found: { ...found, leftOut }, views: line });
  return page({ title, ...place(values), content });
}

/** The routes of a list: its page and, under it, its files and each person's own views. */
export function listRoutes<P extends string, F extends Filters, Found extends Loaded<unknown>>(
  of: List<P, F, Found>,
  audited: (audit: Audit) => Audit = (audit) => audit,
): readonly ListRoute<P>[] {
  const { path, permission, thing } = of;
  return [
    {
      ...{ method: 'GET', path, permission, audit: audited(viewOf(thing)) },
      handle: (request) => showList(of, request),
    },
    {
      ...{ method: 'GET', path: `${path}/file/:format`, permission },
      audit: audited(exportOf(thing)),
      handle: (request) => sendList(of, request),
    },
    ...viewRoutes(anyList(of), permission),
  ];
}
