import type { VNode } from 'preact';
import type { PageRequest } from '../../platform/http/route.ts';
import type { SettledValue } from '../../platform/settings/settled-value.ts';
import { mayDo } from '../permissions.ts';
import { seesWorkingFigures } from '../reports/show-week.ts';
import { loadWeeklyReport } from '../reports/weekly-report/load-report.ts';
import { publish } from '../reports/weekly-report/publish.ts';
import { lastSunday } from '../reports/weekly-report/week.ts';
import { seenByNobodyNamed } from '../restrictions/seen-by.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { HowToStart, Imports } from './imports.tsx';
import { type Beginnings, loadBeginnings } from './store.ts';
import { ThisWeek } from './this-week.tsx';

/** The week's figures; counts from 1 to one below `smallNumber` are suppressed for who sees no children. */
async function weekOf(request: PageRequest, smallNumber: SettledValue<number>): Promise<VNode> {
  const { ground, wholeGround, council, person, today } = request;
  const working = seesWorkingFigures(person.roles);
  const seen = working ? ground : seenByNobodyNamed(wholeGround);
  const report = await loadWeeklyReport(seen, council, lastSunday(today));
  const small = await smallNumber(request, today);
  const shown = working ? report : publish(report, small.value, small.confirmed);
  return <ThisWeek report={shown} seesChildren={working} />;
}

/** What of the records a person's role answers for, on the page that they start from. */
export async function recordsAtHome(
  request: PageRequest,
  smallNumber: SettledValue<number>,
): Promise<readonly VNode[]> {
  const { roles } = request.person;
  const mayImport = mayDo(roles, 'import records');
  const { anyRecords, underWay } = await request.read<RecordsTables, Beginnings>(loadBeginnings);
  const imports = mayImport ? [<Imports underWay={underWay} />] : [];
  if (!anyRecords) {
    return [<HowToStart mayImport={mayImport} />, ...(underWay > 0 ? imports : [])];
  }
  const seesReport = mayDo(roles, 'see placements report');
  return [...(seesReport ? [await weekOf(request, smallNumber)] : []), ...imports];
}
