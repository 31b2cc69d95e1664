import type { VNode } from 'preact';
import type { PageRequest } from '../../platform/http/route.ts';
import type { SettledValue } from '../../platform/settings/settled-value.ts';
import { SEVERITIES } from '../model.ts';
import { mayDo } from '../permissions.ts';
import { seesWorkingFigures } from '../reports/show-week.ts';
import { loadWeeklyReport } from '../reports/weekly-report/load-report.ts';
import { publish } from '../reports/weekly-report/publish.ts';
import { lastSunday } from '../reports/weekly-report/week.ts';
import { OpeningsTable } from '../restrictions/openings-table.tsx';
import { seenByNobodyNamed } from '../restrictions/seen-by.ts';
import { loadOpeningsToAcknowledge } from './openings.ts';
import { loadWaiting, type SeverityCount, type Waiting } from './store.ts';
import { ThisWeek } from './this-week.tsx';
import { Findings, HowToStart, Imports } from './waiting.tsx';

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

/** Openings of restricted children that wait for this person. */
async function openingsPart(request: PageRequest): Promise<readonly VNode[]> {
  if (!mayDo(request.person.roles, 'restrict a child')) return [];
  const openings = await loadOpeningsToAcknowledge(request);
  if (openings.length === 0) return [];
  return [
    <OpeningsTable
      caption="Restricted children that somebody opened"
      openings={openings}
      mayAcknowledge={() => true}
    />,
  ];
}

/** What the records have for the person to do today; counts from 1 to one below `smallNumber` are suppressed for who sees no children. */
export async function recordsAtHome(
  request: PageRequest,
  smallNumber: SettledValue<number>,
): Promise<readonly VNode[]> {
  const { ground, wholeGround, council, person, today } = request;
  const { roles } = person;
  const seesReport = mayDo(roles, 'see placements report');
  const seesFindings = mayDo(roles, 'see findings');
  const mayImport = mayDo(roles, 'import records');
  const working = seesWorkingFigures(roles);
  const week = lastSunday(today);
  const waiting = await loadWaiting(ground, council.code, week);
  const openings = await openingsPart(request);
  const imports = mayImport ? [<Imports imports={waiting.imports} />] : [];
  if (!waiting.anyRecords) {
    const some = waiting.imports.length > 0 ? imports : [];
    return [...openings, <HowToStart mayImport={mayImport} />, ...some];
  }
  const seen = working ? ground : seenByNobodyNamed(wholeGround);
  const report =
    seesReport || seesFindings ? await loadWeeklyReport(seen, council, week) : undefined;
  const small = await smallNumber(request, today);
  const shown = report && (working ? report : publish(report, small.value, small.confirmed));
  return [
    ...openings,
    ...(seesReport && shown ? [<ThisWeek report={shown} seesChildren={working} />] : []),
    ...(seesFindings
      ? [<Findings findings={openFindings(waiting, report?.findings ?? [])} />]
      : []),
    ...imports,
  ];
}
