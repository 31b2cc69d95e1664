import { exportOf, viewOf } from '../../../../platform/http/audit-event.ts';
import { checkForm, fieldsOf } from '../../../../platform/http/form.ts';
import { notFoundPage } from '../../../../platform/http/problem-page.tsx';
import { page, type Reply } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { paths } from '../../../paths.ts';
import type { Route } from '../../../permissions.ts';
import { hiddenChildren } from '../../../restrictions/seen-by.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { loadImport } from '../../load-import.ts';
import { countRepairs, loadRepairs, PAGE_SIZE, type RepairsFilter } from '../../load-repairs.ts';
import { repairsFile } from './download.ts';
import { repairsQuery } from './schema.ts';
import { REPAIRS_TITLE, type RepairsPage, RepairsView } from './view.tsx';

const NO_IMPORT = 'There is no import of this address in your council.';

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

async function loadPage(
  { read }: PageRequest,
  importId: string,
  filter: RepairsFilter,
  number: number,
): Promise<RepairsPage | undefined> {
  return read<RecordsTables, RepairsPage | undefined>(async (tx) => {
    if ((await loadImport(tx, importId)) === undefined) return undefined;
    const part = { offset: (number - 1) * PAGE_SIZE, limit: PAGE_SIZE };
    const matching = await countRepairs(tx, importId, filter);
    const total = sumOf(matching);
    return {
      repairs: await loadRepairs(tx, importId, filter, part),
      byRule: await countRepairs(tx, importId, {}),
      total,
      leavesOut: (await hiddenChildren(tx)).size > 0,
    };
  });
}

async function showLog(request: PageRequest): Promise<Reply> {
  const { params, query } = request;
  const importId = params.importId ?? '';
  const place = {
    title: REPAIRS_TITLE,
    section: 'Records',
    breadcrumbs: [
      { text: 'Imports', href: paths.imports },
      { text: 'Import', href: paths.import(importId) },
    ],
  } as const;
  const check = checkForm(repairsQuery, fieldsOf(query));
  if (!check.ok) {
    const { problems } = check;
    const content = RepairsView({ importId, query, filter: {}, page: 1, problems });
    return page({ ...place, status: 422, content });
  }
  const { page: asked = 1, ...filter } = check.values;
  const list = await loadPage(request, importId, filter, asked);
  if (list === undefined) return notFoundPage(NO_IMPORT);
  return page({ ...place, content: RepairsView({ importId, query, filter, page: asked, list }) });
}

async function sendFile(request: PageRequest): Promise<Reply> {
  const { format, importId = '' } = request.params;
  const check = checkForm(repairsQuery, fieldsOf(request.query));
  if (!check.ok || (format !== 'csv' && format !== 'xlsx')) return notFoundPage();
  const known = await request.read<RecordsTables, unknown>((tx) => loadImport(tx, importId));
  if (known === undefined) return notFoundPage(NO_IMPORT);
  const { page: _page, ...filter } = check.values;
  return repairsFile(request, importId, filter, format);
}

/** The log of repairs of one import, and the same as a file. */
export function repairsRoutes(): readonly Route[] {
  const permission = 'see imports';
  const path = '/imports/:importId/repairs';
  return [
    { method: 'GET', path, permission, audit: viewOf('repairs of an import'), handle: showLog },
    {
      method: 'GET',
      path: `${path}/file/:format`,
      permission,
      audit: exportOf('repairs of an import'),
      handle: sendFile,
    },
  ];
}
