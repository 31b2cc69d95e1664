import { exportOf, viewOf } from '../../../platform/http/audit-event.ts';
import { checkForm, fieldsOf } from '../../../platform/http/form.ts';
import { notFoundPage } from '../../../platform/http/problem-page.tsx';
import { page, type Reply } from '../../../platform/http/reply.ts';
import type { PageRequest, Route } from '../../../platform/http/route.ts';
import { paths } from '../paths.ts';
import { childrenFile } from './download.ts';
import { countHiddenChildren } from './hidden-children.ts';
import { loadChildren, orderFrom } from './list.ts';
import { childrenSchema } from './schema.ts';
import { ChildrenView } from './view.tsx';

const TITLE = { title: 'Children', section: 'Records' } as const;

async function showList(request: PageRequest): Promise<Reply> {
  const { query, ground, council, today } = request;
  const check = checkForm(childrenSchema, fieldsOf(query));
  if (!check.ok) {
    const { problems } = check;
    const content = ChildrenView({ query, night: today, filter: {}, problems });
    return page({ ...TITLE, status: 422, content });
  }
  const { page: asked, ...filter } = check.values;
  const night = filter.on ?? today;
  const order = orderFrom(query);
  const list = await loadChildren(ground, council.code, { filter, night, order, page: asked ?? 1 });
  const notShown = await countHiddenChildren(request, filter, night);
  const content = ChildrenView({ query, night, filter, list, notShown });
  return page({ ...TITLE, content });
}

async function sendFile(request: PageRequest): Promise<Reply> {
  const { format } = request.params;
  const check = checkForm(childrenSchema, fieldsOf(request.query));
  if (!check.ok || (format !== 'csv' && format !== 'xlsx')) return notFoundPage();
  const { page: _page, ...filter } = check.values;
  return childrenFile(request, filter, filter.on ?? request.today, format);
}

/** The list of children, and the same as a file. */
export function childrenRoutes(): readonly Route[] {
  return [
    {
      method: 'GET',
      path: paths.children,
      permission: 'see children',
      audit: viewOf('list of children'),
      handle: showList,
    },
    {
      method: 'GET',
      path: '/children/file/:format',
      permission: 'see children',
      audit: exportOf('list of children'),
      handle: sendFile,
    },
  ];
}
