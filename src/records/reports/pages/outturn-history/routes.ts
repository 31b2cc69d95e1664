import { viewOf } from '../../../../platform/http/audit-event.ts';
import { checkForm, fieldsOf } from '../../../../platform/http/form.ts';
import { notFoundPage } from '../../../../platform/http/problem-page.tsx';
import { page, type Reply } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import { paths } from '../../../paths.ts';
import type { Route } from '../../../permissions.ts';
import { restrictedLeftOut } from '../../../restrictions/left-out.ts';
import { HistoryMemory } from '../../history-memory.ts';
import { outturnQuery } from '../../outturn-query.ts';
import { OUTTURN_HISTORY_TITLE, OutturnHistoryView } from './view.tsx';

async function show(request: PageRequest, memory: HistoryMemory): Promise<Reply> {
  const { council, ground, query, today } = request;
  const check = checkForm(outturnQuery(today), fieldsOf(query));
  if (!check.ok) return notFoundPage(`${check.problems.map(({ message }) => message).join('. ')}.`);
  const { 'week-ending': week } = check.values;
  const months = await memory.of(ground, council.code, week);
  const leftOut = await restrictedLeftOut(request);
  return page({
    title: OUTTURN_HISTORY_TITLE,
    section: 'Reports',
    breadcrumbs: [
      { text: 'Weekly placements report', href: paths.reportOf(week.weekEnding) },
      { text: 'Outturn', href: paths.outturn(week.weekEnding) },
    ],
    content: OutturnHistoryView({ months, week, leftOut }),
  });
}

/** The page of what was projected month by month. */
export function outturnHistoryRoutes(): readonly Route[] {
  const memory = new HistoryMemory();
  return [
    {
      method: 'GET',
      path: '/report/outturn/history',
      permission: 'see children',
      audit: viewOf('outturn'),
      handle: (request) => show(request, memory),
    },
  ];
}
