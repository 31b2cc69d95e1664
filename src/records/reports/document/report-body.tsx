import type { VNode } from 'preact';
import type { Pence } from '../../../core/money.ts';
import { InsetText, WarningText } from '../../../platform/components/messages.tsx';
import { NotConfirmed } from '../../../platform/settings/not-confirmed.tsx';
import type { AnyReport } from '../weekly-report/as-tables.ts';
import { AUDIT_NOTE, AUDIT_NOTE_DEFINITION, auditNoteMark } from '../weekly-report/audit-note.ts';
import type { NotWhole } from '../weekly-report/records-begin.ts';
import type { TrendWeek } from '../weekly-report/trend.ts';
import { isOver } from '../weekly-report/week.ts';
import { GroupCharts, TrendCharts } from './charts.tsx';
import { FindingsTable } from './findings-table.tsx';
import { GroupTable } from './group-table.tsx';
import { Headlines } from './headline.tsx';
import type { ReportLinks } from './links.ts';
import { ChangesOfTheWeek, DearestPackages } from './package-tables.tsx';
import { reportInWords } from './summary.ts';
import { WithheldLists } from './withheld-lists.tsx';

/** What a report is shown with, on its page and in a file of its own. */
export interface ShownReport {
  readonly report: AnyReport;
  readonly annualBudgetPence: Pence;
  /** Left out of what is published: it would tell of single children from week to week. */
  readonly trend: readonly TrendWeek[];
  readonly trendNotWhole: NotWhole;
}

function nothingRecorded({ children, spend }: AnyReport): boolean {
  return children.total === 0 && children.shortBreaks === 0 && spend.weekPence === 0;
}

function AuditNote(props: { readonly report: AnyReport }): VNode | null {
  const mark = auditNoteMark(props.report.auditNote);
  if (mark === undefined) return null;
  return (
    <p class="govuk-body-s govuk-!-text-break-word">
      {AUDIT_NOTE}: <code>{mark}</code>. {AUDIT_NOTE_DEFINITION}
    </p>
  );
}

/** The report from its marking down: in words, in headlines, in charts and in tables. */
export function ReportBody(props: {
  readonly shown: ShownReport;
  readonly links: ReportLinks;
}): VNode {
  const { shown, links } = props;
  const { report, annualBudgetPence, trend, trendNotWhole } = shown;
  return (
    <>
      {report.working ? (
        <WarningText text={report.marking} />
      ) : (
        <InsetText>
          {report.marking}. Withheld too are figures that would give a small number away, and every
          list whose rows are about one child.
          {links.smallNumber !== undefined && (
            <NotConfirmed
              href={links.smallNumber}
              confirmed={report.thresholdConfirmed}
              what="the threshold"
            />
          )}
        </InsetText>
      )}
      {nothingRecorded(report) ? (
        <InsetText>No child looked after and no cost is recorded for this week.</InsetText>
      ) : (
        <p class="govuk-body wellplaced-summary">{reportInWords(report).join(' ')}</p>
      )}
      <Headlines report={report} links={links} annualBudget={annualBudgetPence} />
      <h2 class="govuk-heading-m">By placement group</h2>
      <GroupCharts report={report} />
      <GroupTable report={report} links={links} />
      {report.working ? (
        <>
          <h2 class="govuk-heading-m">Over the last weeks</h2>
          {!isOver(report) && (
            <p class="govuk-body">
              The week is not over and is not drawn: nights so far beside whole weeks would look
              like a fall.
            </p>
          )}
          <TrendCharts trend={trend} notWhole={trendNotWhole} />
          <h2 class="govuk-heading-m">Packages</h2>
          <DearestPackages report={report} links={links} />
          <ChangesOfTheWeek report={report} links={links} />
          <h2 class="govuk-heading-m">What to look at</h2>
          <FindingsTable report={report} links={links} />
        </>
      ) : (
        <>
          <h2 class="govuk-heading-m">Packages</h2>
          <WithheldLists report={report} links={links} />
        </>
      )}
      <AuditNote report={report} />
    </>
  );
}
