import type { Hidden } from '../../../core/disclosure.ts';
import type { Pence } from '../../../core/money.ts';
import type { AnyReport } from './as-tables.ts';
import type { GroupSpend } from './report.ts';

function groupLine({
  group,
  nights,
  weekPence,
  averageWeeklyPence,
}: GroupSpend<number | Hidden, Pence | Hidden>) {
  return { group, nights, weekPence, averageWeeklyPence };
}

/**
 * The report as other systems read it: names and order of its fields are a contract, money in pence,
 * dates as yyyy-mm-dd, a withheld figure `[c]`. A published report has empty lists and their totals
 * under `withheld`.
 */
export function reportJson(report: AnyReport): object {
  const { authority, weekEnding, countsTo, marking, auditNote, children, movement, spend } = report;
  return {
    authority: { code: authority.code, name: authority.name },
    weekEnding,
    countsTo,
    marking,
    ...(auditNote && { auditNote: { entry: auditNote.seq, hash: auditNote.hash } }),
    children: {
      total: children.total,
      byGroup: children.byGroup,
      inArea: children.inArea,
      outOfArea: children.outOfArea,
      areaUnknown: children.areaUnknown,
      over20MilesAndOut: children.over20MilesAndOut,
      aged16plus: children.aged16plus,
      uasc: children.uasc,
      leftOut: children.leftOut,
    },
    movement,
    spend: {
      weekPence: spend.weekPence,
      yearToDatePence: spend.yearToDatePence,
      budgetToDatePence: spend.budgetToDatePence,
      projectedOutturnPence: spend.projectedOutturnPence,
      netOfContributionsPence: spend.netOfContributionsPence,
      committedPence: spend.committedPence,
      disputedWeekPence: spend.disputedWeekPence,
      disputedYearToDatePence: spend.disputedYearToDatePence,
      byGroup: spend.byGroup.map(groupLine),
    },
    highCost: report.highCost,
    changes: report.changes,
    findings: report.findings,
    ...(report.working ? {} : { withheld: report.withheld }),
  };
}
