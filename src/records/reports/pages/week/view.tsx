import type { VNode } from 'preact';
import type { PlainDate } from '../../../../core/plain-date.ts';
import { Button } from '../../../../platform/components/button.tsx';
import { ErrorSummary } from '../../../../platform/components/error-summary.tsx';
import { DateInWords } from '../../../../platform/components/values.tsx';
import type { FieldProblem } from '../../../../platform/http/form.ts';
import { paths } from '../../../paths.ts';
import type { ReportLinks } from '../../document/links.ts';
import { ReportBody, type ShownReport } from '../../document/report-body.tsx';
import { WeekNavigation } from './week-navigation.tsx';

/** The title and heading of the report's page. */
export const REPORT_TITLE = 'Weekly placements report';

const FILES = [
  ['xlsx', 'Excel (XLSX)'],
  ['json', 'JSON'],
  ['html', 'a web page (HTML)'],
] as const;

function Downloads(props: { readonly weekEnding: PlainDate; readonly publish: boolean }): VNode {
  return (
    <ul class="wellplaced-downloads">
      {FILES.map(([format, name]) => (
        <li key={format}>
          <a
            class="govuk-link govuk-link--no-visited-state"
            href={paths.reportFile(props.weekEnding, format, props.publish)}
          >
            Download as {name}
            <span class="govuk-visually-hidden">: weekly placements report</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The way to what was published of the week earlier, and to publishing what stands on the page. */
function Published(props: { readonly weekEnding: PlainDate; readonly mayPublish: boolean }): VNode {
  const { weekEnding, mayPublish } = props;
  return (
    <div class="wellplaced-no-print">
      <p class="govuk-body">
        <a
          class="govuk-link govuk-link--no-visited-state"
          href={paths.reportThenAndNow(weekEnding)}
        >
          This week as published or known earlier, and as known now
        </a>
      </p>
      {mayPublish && (
        <form method="post" action={paths.publishReport}>
          <input type="hidden" name="week-ending" value={weekEnding} />
          <Button text="Record that this version is published" kind="secondary" />
        </form>
      )}
    </div>
  );
}

/** The weekly report on its page. */
export function ReportView(props: {
  readonly shown: ShownReport;
  readonly links: ReportLinks;
  readonly maySeeWorking: boolean;
  readonly mayPublish: boolean;
}): VNode {
  const { weekEnding, working } = props.shown.report;
  return (
    <>
      <span class="govuk-caption-l">
        Week ending <DateInWords date={weekEnding} />
      </span>
      <h1 class="govuk-heading-l">{REPORT_TITLE}</h1>
      <WeekNavigation
        weekEnding={weekEnding}
        publish={!working}
        maySeeWorking={props.maySeeWorking}
      />
      <ReportBody {...props} />
      <Downloads weekEnding={weekEnding} publish={!working} />
      {props.maySeeWorking && (
        <Published weekEnding={weekEnding} mayPublish={props.mayPublish && !working} />
      )}
    </>
  );
}

/** Asks for the week again when what was typed is not a day. */
export function WeekUnreadable(props: {
  readonly weekEnding: PlainDate;
  readonly publish: boolean;
  readonly maySeeWorking: boolean;
  readonly typed: string;
  readonly problems: readonly FieldProblem[];
}): VNode {
  return (
    <>
      <ErrorSummary problems={props.problems} />
      <h1 class="govuk-heading-l">{REPORT_TITLE}</h1>
      <WeekNavigation {...props} />
    </>
  );
}
