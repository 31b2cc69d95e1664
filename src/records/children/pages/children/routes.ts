import { type Audit, exportOf, viewOf } from '../../../../platform/http/audit-event.ts';
import { checkForm, fieldsOf } from '../../../../platform/http/form.ts';
import { notFoundPage } from '../../../../platform/http/problem-page.tsx';
import { page, type Reply } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { paths } from '../../../paths.ts';
import type { Route } from '../../../permissions.ts';
import { mayDo } from '../../../permissions.ts';
import { hidesSome } from '../../../restrictions/seen-by.ts';
import { loadChildren, orderFrom } from '../../list-children.ts';
import { childrenFile } from './download.ts';
import { namesFile } from './names-file.ts';
import { childrenSchema } from './schema.ts';
import { ChildrenView } from './view.tsx';

/** A pseudonym, or one word with a figure in it, as identifiers are. */
const IDENTIFIER = /^\s*(P-\S+|\S*\d\S*)\s*$/i;

const TITLE = { title: 'Children', section: 'Records' } as const;

function seesNames({ person }: PageRequest): boolean {
  return mayDo(person.roles, 'see names and addresses of children');
}

async function showList(request: PageRequest): Promise<Reply> {
  const { query, ground, council, today } = request;
  const check = checkForm(childrenSchema, fieldsOf(query));
  if (!check.ok) {
    const { problems } = check;
    const content = ChildrenView({
      query,
      night: today,
      filter: {},
      problems,
      seesNames: seesNames(request),
    });
    return page({ ...TITLE, status: 422, content });
  }
  const { page: asked, ...filter } = check.values;
  const night = filter.on ?? today;
  const order = orderFrom(query);
  const list = await loadChildren(ground, council.code, { filter, night, order, page: asked ?? 1 });
  const leavesOut = await hidesSome(request);
  const content = ChildrenView({
    query,
    night,
    filter,
    list,
    leavesOut,
    seesNames: seesNames(request),
  });
  return page({ ...TITLE, content });
}

async function sendFile(request: PageRequest, file: typeof childrenFile): Promise<Reply> {
  const { format } = request.params;
  const check = checkForm(childrenSchema, fieldsOf(request.query));
  if (!check.ok || (format !== 'csv' && format !== 'xlsx')) return notFoundPage();
  const { page: _page, ...filter } = check.values;
  return file(request, filter, filter.on ?? request.today, format);
}

/** The trail is read by people who see no names: what may have been typed to search for one is not kept in it. */
function withoutNamesTyped(audit: Audit): Audit {
  return (request) => {
    const event = audit(request);
    const { search } = event.key;
    if (search === undefined || IDENTIFIER.test(search)) return event;
    return { ...event, key: { ...event.key, search: 'words, not kept' } };
  };
}

/** The list of children, and the same as a file. */
export function childrenRoutes(): readonly Route[] {
  return [
    {
      method: 'GET',
      path: paths.children,
      permission: 'see children',
      audit: withoutNamesTyped(viewOf('list of children')),
      handle: showList,
    },
    {
      method: 'GET',
      path: '/children/file/:format',
      permission: 'see children',
      audit: withoutNamesTyped(exportOf('list of children')),
      handle: (request) => sendFile(request, childrenFile),
    },
    {
      method: 'GET',
      path: '/children/names/file/:format',
      permission: 'see names and addresses of children',
      audit: withoutNamesTyped(exportOf('names and addresses of children')),
      handle: (request) => sendFile(request, namesFile),
    },
  ];
}
