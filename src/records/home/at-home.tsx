import type { VNode } from 'preact';
import type { PageRequest } from '../../platform/http/route.ts';
import { mayDo as mayDoOnGround } from '../../platform/permission/ground-permissions.ts';
import type { SettledValue } from '../../platform/settings/settled-value.ts';
import { mayDo } from '../permissions.ts';
import type { ReportMemory } from '../reports/report-memory.ts';
import { seesWorkingFigures, weekForReader } from '../reports/show-week.ts';
import { lastWholeWeek } from '../reports/weekly-report/week.ts';
import type { RecordsTables } from '../storage/records-tables.ts';
import { AreaNotSaid, HowToStart, Imports } from './imports.tsx';
import { type Beginnings, loadBeginnings } from './store.ts';
import { ThisWeek } from './this-week.tsx';

/** The week's figures; counts from 1 to one below `smallNumber` are suppressed for who sees no children. */
async function weekOf(
  request: PageRequest,
  memory: ReportMemory,
  smallNumber: SettledValue<number>,
): Promise<VNode> {
  const asked = { week: lastWholeWeek(request.today), publish: false, smallNumber };
  const { shown } = await weekForReader(request, memory, asked);
  return <ThisWeek report={shown.report} seesChildren={seesWorkingFigures(request.person.roles)} />;
}

/** What of the records a person's role answers for, on the page that they start from. */
export async function recordsAtHome(
  request: PageRequest,
  memory: ReportMemory,
  smallNumber: SettledValue<number>,
): Promise<readonly VNode[]> {
  const { roles } = request.person;
  const mayImport = mayDo(roles, 'import records');
  const { anyRecords, areaSaid, underWay } = await request.read<RecordsTables, Beginnings>(
    loadBeginnings,
  );
  const imports = mayImport ? [<Imports underWay={underWay} />] : [];
  if (!anyRecords) {
    return [<HowToStart mayImport={mayImport} />, ...(underWay > 0 ? imports : [])];
  }
  const seesReport = mayDo(roles, 'see placements report');
  const area = areaSaid || !mayDoOnGround(roles, 'see settings') ? [] : [<AreaNotSaid />];
  return [...area, ...(seesReport ? [await weekOf(request, memory, smallNumber)] : []), ...imports];
}
