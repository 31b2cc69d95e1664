import type { PlatformTables } from '../../database/platform-tables.ts';
import { exportOf, viewOf } from '../../http/audit-event.ts';
import { checkForm, fieldsOf } from '../../http/form.ts';
import { notFoundPage } from '../../http/problem-page.tsx';
import { page, type Reply } from '../../http/reply.ts';
import type { PageRequest } from '../../http/route.ts';
import type { Route } from '../../permission/ground-permissions.ts';
import type { Names } from '../entry.ts';
import { auditPaths } from '../paths.ts';
import { withPlatformNames } from '../platform-names.ts';
import { trailFile } from './download.ts';
import { trailQuery } from './schema.ts';
import { asked, countEntries, leavesSomeOut, loadEntries, PAGE_SIZE } from './store.ts';
import { type TrailPage, TrailView, titleOf } from './view.tsx';

async function showTrail(request: PageRequest, names: Names): Promise<Reply> {
  const { council, ground, query } = request;
  const check = checkForm(trailQuery, fieldsOf(query));
  if (!check.ok) {
    const { problems } = check;
    const content = TrailView({ query, filter: {}, names, problems });
    return page({ title: titleOf({}, undefined), section: 'Audit', status: 422, content });
  }
  const { page: pageAsked = 1, ...filter } = check.values;
  const list = await ground.read<PlatformTables, TrailPage>(council.code, async (tx) => {
    const question = await asked(tx, filter);
    return {
      entries: await loadEntries(tx, question, {
        limit: PAGE_SIZE,
        offset: (pageAsked - 1) * PAGE_SIZE,
      }),
      total: await countEntries(tx, question),
      page: pageAsked,
      leavesOut: await leavesSomeOut(tx),
      name: question.who?.name,
    };
  });
  return page({
    title: titleOf(filter, list.name),
    section: 'Audit',
    content: TrailView({ query, filter, names, list }),
  });
}

async function sendFile(request: PageRequest, names: Names): Promise<Reply> {
  const { format } = request.params;
  const check = checkForm(trailQuery, fieldsOf(request.query));
  if (!check.ok || (format !== 'csv' && format !== 'xlsx')) return notFoundPage();
  const { page: _page, ...filter } = check.values;
  return trailFile(request, filter, format, names);
}

/** The audit trail, the history of a child and what a person did; looking at it is on it too. `given` are the names of the wings' tables and columns. */
export function auditRoutes(given: Names): readonly Route[] {
  const names = withPlatformNames(given);
  const permission = 'see audit trail';
  return [
    {
      method: 'GET',
      path: auditPaths.trail,
      permission,
      audit: viewOf('audit trail'),
      handle: (request) => showTrail(request, names),
    },
    {
      method: 'GET',
      path: '/audit/file/:format',
      permission,
      audit: exportOf('audit trail'),
      handle: (request) => sendFile(request, names),
    },
  ];
}
