import { publish } from '../../weekly-report/publish.ts';
import type { ShownReport } from './report-body.tsx';
import type { ReportOfWeek } from './store.ts';

/** The week as the council's own working figures or, for others, with small numbers withheld. */
export function showWeek(week: ReportOfWeek, forOthers: boolean, smallNumber: number): ShownReport {
  const { report, trend, annualBudgetPence } = week;
  if (!forOthers) return { report, trend, annualBudgetPence };
  return { report: publish(report, smallNumber), trend: [], annualBudgetPence };
}
