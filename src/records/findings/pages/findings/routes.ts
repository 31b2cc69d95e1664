import type { CouncilTransaction } from '../../../../platform/database/ground.ts';
import { exportOf, viewOf } from '../../../../platform/http/audit-event.ts';
import { checkForm, fieldsOf } from '../../../../platform/http/form.ts';
import { notFoundPage } from '../../../../platform/http/problem-page.tsx';
import { page, type Reply } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { paths } from '../../../paths.ts';
import type { Route } from '../../../permissions.ts';
import { mayDo } from '../../../permissions.ts';
import { lastSunday } from '../../../reports/weekly-report/week.ts';
import { hiddenChildren } from '../../../restrictions/seen-by.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { loadFindingsPage, orderFrom } from '../../list-findings.ts';
import { findingsFile } from './download.ts';
import { findingsSchema } from './schema.ts';
import { FindingsView } from './view.tsx';

const TITLE = { title: 'Findings', section: 'Records' } as const;

async function showList(request: PageRequest): Promise<Reply> {
  const { query, person, today } = request;
  const check = checkForm(findingsSchema(today), fieldsOf(query));
  if (!check.ok) {
    const { problems } = check;
    const content = FindingsView({ query, weekEnding: lastSunday(today), problems });
    return page({ ...TITLE, status: 422, content });
  }
  const { page: asked = 1, 'week-ending': weekEnding, ...filter } = check.values;
  const order = orderFrom(query);
  const list = await request.read((tx: CouncilTransaction<RecordsTables>) =>
    loadFindingsPage(tx, { filter, weekEnding, order, page: asked }),
  );
  const leavesOut = (await request.read(hiddenChildren)).size > 0;
  const may = {
    seesImports: mayDo(person.roles, 'see imports'),
    decides: mayDo(person.roles, 'decide on findings'),
    asNow: weekEnding === lastSunday(today),
  };
  return page({
    ...TITLE,
    content: FindingsView({ query, weekEnding, rule: filter.rule, list, leavesOut, may }),
  });
}

async function sendFile(request: PageRequest): Promise<Reply> {
  const { format } = request.params;
  const check = checkForm(findingsSchema(request.today), fieldsOf(request.query));
  if (!check.ok || (format !== 'csv' && format !== 'xlsx')) return notFoundPage();
  const { page: _page, 'week-ending': weekEnding, ...filter } = check.values;
  return findingsFile(request, { filter, weekEnding }, format);
}

/** The findings, and the same as a file. */
export function findingsRoutes(): readonly Route[] {
  return [
    {
      method: 'GET',
      path: paths.findings,
      permission: 'see findings',
      audit: viewOf('list of findings'),
      handle: showList,
    },
    {
      method: 'GET',
      path: '/findings/file/:format',
      permission: 'see findings',
      audit: exportOf('list of findings'),
      handle: sendFile,
    },
  ];
}
