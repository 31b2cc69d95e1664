import { exportOf, viewOf } from '../../../../platform/http/audit-event.ts';
import { checkForm, fieldsOf, typedValue } from '../../../../platform/http/form.ts';
import { notFoundPage } from '../../../../platform/http/problem-page.tsx';
import { page, type Reply } from '../../../../platform/http/reply.ts';
import type { PageRequest } from '../../../../platform/http/route.ts';
import type { PagesContext } from '../../../pages-context.ts';
import { paths } from '../../../paths.ts';
import { mayDo, type Route } from '../../../permissions.ts';
import { DEFINITION_LINKS, workingLinks } from '../../document/links.ts';
import { REPORT_FORMATS, reportFile } from '../../document/report-files.ts';
import { seesWorkingFigures, weekForReader } from '../../show-week.ts';
import { lastWholeWeek } from '../../weekly-report/week.ts';
import { reportQuery } from './schema.ts';
import { REPORT_TITLE, ReportView, WeekUnreadable } from './view.tsx';

async function reportPage(request: PageRequest, context: PagesContext): Promise<Reply> {
  const { person, query, today } = request;
  const maySeeWorking = seesWorkingFigures(person.roles);
  const mayPublish = mayDo(person.roles, 'publish placements report');
  const check = checkForm(reportQuery(today), fieldsOf(query));
  const place = { title: REPORT_TITLE, section: 'Reports' } as const;
  if (!check.ok) {
    const content = WeekUnreadable({
      week: lastWholeWeek(today),
      today,
      publish: query.get('publish') === 'yes' || !maySeeWorking,
      maySeeWorking,
      typed: typedValue(check.typed, 'week-ending'),
      problems: check.problems,
    });
    return page({ ...place, status: 422, content });
  }
  const { 'week-ending': week, publish } = check.values;
  const { memory, settings } = context;
  const { shown, week: loaded } = await weekForReader(request, memory, {
    week,
    publish,
    smallNumber: settings.smallNumber,
  });
  const links = shown.report.working
    ? workingLinks(week, person.roles, loaded.childOf)
    : DEFINITION_LINKS;
  return page({
    ...place,
    content: ReportView({ shown, links, week, today, maySeeWorking, mayPublish }),
  });
}

async function reportDownload(request: PageRequest, context: PagesContext): Promise<Reply> {
  const { params, query, today } = request;
  const format = REPORT_FORMATS.find((each) => each === params.format);
  if (format === undefined) return notFoundPage('The report cannot be had in this form.');
  const check = checkForm(reportQuery(today), fieldsOf(query));
  if (!check.ok) return notFoundPage(`${check.problems.map(({ message }) => message).join('. ')}.`);
  const { 'week-ending': week, publish } = check.values;
  const { memory, settings } = context;
  const { shown } = await weekForReader(request, memory, {
    week,
    publish,
    smallNumber: settings.smallNumber,
  });
  return reportFile(shown, format);
}

/** The weekly report of expenditure and placements: its page and its files. */
export function reportRoutes(context: PagesContext): readonly Route[] {
  return [
    {
      method: 'GET',
      path: paths.report,
      permission: 'see placements report',
      audit: viewOf('weekly report'),
      handle: (request) => reportPage(request, context),
    },
    {
      method: 'GET',
      path: '/report/file/:format',
      permission: 'see placements report',
      audit: exportOf('weekly report'),
      handle: (request) => reportDownload(request, context),
    },
  ];
}
