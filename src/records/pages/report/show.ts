import { publish } from '../../weekly-report/publish.ts';
import { reportSeen } from './hidden-rows.ts';
import type { ShownReport } from './report-body.tsx';
import type { ReportOfWeek } from './store.ts';

/** The week as the council's own working figures, without rows about children hidden from the reader, or, for others, with small numbers withheld. */
export function showWeek(
  week: ReportOfWeek,
  forOthers: boolean,
  smallNumber: number,
  hidden: ReadonlySet<string>,
): ShownReport {
  const { report, trend, annualBudgetPence, childOf } = week;
  if (!forOthers) return { report: reportSeen(report, childOf, hidden), trend, annualBudgetPence };
  return { report: publish(report, smallNumber), trend: [], annualBudgetPence };
}
