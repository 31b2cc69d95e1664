import { mayDo } from '../../../platform/http/permission.ts';
import { page, type Reply } from '../../../platform/http/reply.ts';
import type { PageRequest, Route } from '../../../platform/http/route.ts';
import { SEVERITIES } from '../../model.ts';
import { seenByNobodyNamed } from '../../restrictions/seen-by.ts';
import { loadWeeklyReport } from '../../weekly-report/load-report.ts';
import { publish } from '../../weekly-report/publish.ts';
import type { PagesContext } from '../pages-context.ts';
import { paths } from '../paths.ts';
import { seesWorkingFigures } from '../report/show.ts';
import { lastSunday } from '../report/week-query.ts';
import { loadOpeningsToAcknowledge } from './openings.ts';
import { loadWaiting, type SeverityCount, type Waiting } from './store.ts';
import { HomeView } from './view.tsx';

/** Those of the imports and those of the week's report together, less what was decided, gravest first, as the list of findings counts them. */
function openFindings(
  { findings, decided }: Waiting,
  ofWeek: readonly SeverityCount[],
): SeverityCount[] {
  const less = decided.map((each) => ({ ...each, count: -each.count }));
  const all = [...findings, ...ofWeek, ...less];
  return SEVERITIES.flatMap((severity) => {
    const count = all
      .filter((each) => each.severity === severity)
      .reduce((sum, each) => sum + each.count, 0);
    return count === 0 ? [] : { severity, count };
  });
}

async function home(request: PageRequest, smallNumber: number): Promise<Reply> {
  const { ground, wholeGround, council, person, today } = request;
  const { roles, name } = person;
  const seesReport = mayDo(roles, 'see placements report');
  const seesFindings = mayDo(roles, 'see findings');
  const working = seesWorkingFigures(roles);
  const waiting = await loadWaiting(ground, council.code, lastSunday(today));
  const report =
    waiting.anyRecords && (seesReport || seesFindings)
      ? await loadWeeklyReport(
          working ? ground : seenByNobodyNamed(wholeGround),
          council,
          lastSunday(today),
        )
      : undefined;
  const content = HomeView({
    name,
    report: seesReport ? report && (working ? report : publish(report, smallNumber)) : undefined,
    findings: seesFindings ? openFindings(waiting, report?.findings ?? []) : undefined,
    imports: mayDo(roles, 'import records') ? waiting.imports : undefined,
    openings: mayDo(roles, 'restrict a child') ? await loadOpeningsToAcknowledge(request) : [],
    seesChildren: working,
    anyRecords: waiting.anyRecords,
  });
  return page({ title: `Today, for ${name}`, section: 'Home', content });
}

/** What is theirs to do today. */
export function homeRoutes({ smallNumber }: PagesContext): readonly Route[] {
  return [
    {
      method: 'GET',
      path: paths.home,
      permission: 'see own home',
      handle: (request) => home(request, smallNumber),
    },
  ];
}
