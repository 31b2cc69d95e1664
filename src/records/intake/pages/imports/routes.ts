import { instantInWords } from '../../../../core/instant.ts';
import { csvDownload } from '../../../../platform/downloads/csv.ts';
import type { TabularData, TabularRow } from '../../../../platform/downloads/tabular-data.ts';
import { xlsxDownload } from '../../../../platform/downloads/xlsx.ts';
import { exportOf } from '../../../../platform/http/audit-event.ts';
import { checkForm, fieldsOf } from '../../../../platform/http/form.ts';
import { notFoundPage } from '../../../../platform/http/problem-page.tsx';
import { page, type Reply } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { paths } from '../../../paths.ts';
import type { Route } from '../../../permissions.ts';
import { mayDo } from '../../../permissions.ts';
import { kindsInWords, STATUS_WORDS } from '../../import-in-words.ts';
import { allImports, type ListedImport, loadImports } from '../../list-imports.ts';
import { importsQuery } from './schema.ts';
import { ImportsView } from './view.tsx';

const PLACE = { title: 'Imports', section: 'Records' } as const;

async function showList({ query, ground, council, person }: PageRequest): Promise<Reply> {
  const mayImport = mayDo(person.roles, 'import records');
  const check = checkForm(importsQuery, fieldsOf(query));
  if (!check.ok) {
    const content = ImportsView({
      mayImport,
      query,
      filter: {},
      page: 1,
      problems: check.problems,
    });
    return page({ ...PLACE, status: 422, content });
  }
  const { page: asked = 1, ...filter } = check.values;
  const list = await loadImports(ground, council.code, filter, asked);
  return page({ ...PLACE, content: ImportsView({ mayImport, query, filter, page: asked, list }) });
}

const FILE_COLUMNS: TabularData['columns'] = [
  { key: 'when', heading: 'When', type: 'text' },
  { key: 'who', heading: 'Who', type: 'text' },
  { key: 'why', heading: 'Why', type: 'text' },
  { key: 'files', heading: 'Files', type: 'whole' },
  { key: 'first', heading: 'First file', type: 'text' },
  { key: 'kinds', heading: 'Kinds', type: 'text' },
  { key: 'status', heading: 'Status', type: 'text' },
  { key: 'refused', heading: 'Files refused', type: 'whole' },
  { key: 'accepted', heading: 'Rows accepted', type: 'whole' },
  { key: 'rejected', heading: 'Rows rejected', type: 'whole' },
  { key: 'findings', heading: 'New findings', type: 'whole' },
];

function fileRow(one: ListedImport): TabularRow {
  const { files, refused, accepted, rejected, findings } = one;
  return {
    ...{ files, refused, accepted, rejected, findings },
    when: instantInWords(one.requestedAt),
    who: one.requestedBy,
    why: one.reason,
    first: one.firstPath,
    kinds: kindsInWords(one.kinds),
    status: STATUS_WORDS[one.status].text,
  };
}

async function sendFile({ params, query, ground, council }: PageRequest): Promise<Reply> {
  const { format } = params;
  const check = checkForm(importsQuery, fieldsOf(query));
  if (!check.ok || (format !== 'csv' && format !== 'xlsx')) return notFoundPage();
  const { page: _page, ...filter } = check.values;
  async function* rows(): AsyncGenerator<TabularRow> {
    for await (const one of allImports(ground, council.code, filter)) yield fileRow(one);
  }
  const table: TabularData = { title: 'Imports', columns: FILE_COLUMNS, rows: rows() };
  return format === 'csv' ? csvDownload(table, 'imports.csv') : xlsxDownload(table, 'imports.xlsx');
}

/** The list of imports, and the same as a file. */
export function importsRoutes(): readonly Route[] {
  const permission = 'see imports';
  return [
    { method: 'GET', path: paths.imports, permission, audit: 'shows no child', handle: showList },
    {
      method: 'GET',
      path: '/imports/file/:format',
      permission,
      audit: exportOf('list of imports'),
      handle: sendFile,
    },
  ];
}
