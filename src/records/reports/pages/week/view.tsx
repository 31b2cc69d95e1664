import type { VNode } from 'preact';
import type { PlainDate } from '../../../../core/plain-date.ts';
import { Button } from '../../../../platform/components/button.tsx';
import { ErrorSummary } from '../../../../platform/components/error-summary.tsx';
import type { FieldProblem } from '../../../../platform/http/form.ts';
import { paths } from '../../../paths.ts';
import type { ReportLinks } from '../../document/links.ts';
import { ReportBody, type ShownReport } from '../../document/report-body.tsx';
import { WeekMoved, WeekNamed } from '../../document/week-named.tsx';
import type { AskedWeek } from '../../week-ending.ts';
import { isOver, type WeekShown } from '../../weekly-report/week.ts';
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
function Published(props: { readonly week: WeekShown; readonly mayPublish: boolean }): VNode {
  const { mayPublish, week } = props;
  const { weekEnding } = week;
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
      {mayPublish && !isOver(week) && (
        <p class="govuk-body">This version can be recorded as published once the week is over.</p>
      )}
      {mayPublish && isOver(week) && (
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
  readonly week: AskedWeek;
  readonly today: PlainDate;
  readonly maySeeWorking: boolean;
  readonly mayPublish: boolean;
}): VNode {
  const { today, week } = props;
  const { working } = props.shown.report;
  return (
    <>
      <span class="govuk-caption-l">
        <WeekNamed week={week} />
      </span>
      <h1 class="govuk-heading-l">{REPORT_TITLE}</h1>
      <WeekMoved week={week} />
      <WeekNavigation
        week={week}
        today={today}
        publish={!working}
        maySeeWorking={props.maySeeWorking}
      />
      <ReportBody {...props} />
      <Downloads weekEnding={week.weekEnding} publish={!working} />
      {props.maySeeWorking && <Published week={week} mayPublish={props.mayPublish && !working} />}
    </>
  );
}

/** Asks for the week again when what was typed is not a day, or one of a week that has not begun. */
export function WeekUnreadable(props: {
  readonly week: WeekShown;
  readonly today: PlainDate;
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
