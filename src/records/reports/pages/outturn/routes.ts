import { viewOf } from '../../../../platform/http/audit-event.ts';
import { checkForm, fieldsOf } from '../../../../platform/http/form.ts';
import { notFoundPage } from '../../../../platform/http/problem-page.tsx';
import { page, type Reply } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import type { PagesContext } from '../../../pages-context.ts';
import { paths } from '../../../paths.ts';
import { mayDo, type Route } from '../../../permissions.ts';
import { restrictedLeftOut } from '../../../restrictions/left-out.ts';
import { NOT_WHOLE } from '../../lists-not-whole.ts';
import { loadOutturnOfWeek } from '../../outturn-of-week.ts';
import { outturnQuery } from '../../outturn-query.ts';
import { OUTTURN_TITLE, OutturnView } from './view.tsx';

async function show(request: PageRequest, { settings }: PagesContext): Promise<Reply> {
  const { person, query, today } = request;
  const check = checkForm(outturnQuery(today), fieldsOf(query));
  if (!check.ok) return notFoundPage(`${check.problems.map(({ message }) => message).join('. ')}.`);
  const { 'week-ending': week } = check.values;
  const outturn = await request.read(loadOutturnOfWeek(week, today));
  const content = OutturnView({
    outturn,
    week,
    weeks: await settings.paceWeeks(request, week.countsTo),
    notWhole: await request.read(NOT_WHOLE['outturn-lines'](week, false)),
    leftOut: await restrictedLeftOut(request),
    seesFindings: mayDo(person.roles, 'see findings'),
  });
  return page({
    title: OUTTURN_TITLE,
    section: 'Reports',
    breadcrumbs: [{ text: 'Weekly placements report', href: paths.reportOf(week.weekEnding) }],
    content,
  });
}

/** The page of the outturn. */
export function outturnRoutes(context: PagesContext): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/report/outturn',
      permission: 'see children',
      audit: viewOf('outturn'),
      handle: (request) => show(request, context),
    },
  ];
}
