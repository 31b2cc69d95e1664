import type { VNode } from 'preact';
import { dateInFigures, type PlainDate } from '../../../../core/plain-date.ts';
import { Button } from '../../../../platform/components/button.tsx';
import { ErrorSummary } from '../../../../platform/components/error-summary.tsx';
import { InsetText } from '../../../../platform/components/messages.tsx';
import { TextInput } from '../../../../platform/components/text-input.tsx';
import { type FieldProblem, problemOf } from '../../../../platform/http/form.ts';
import { paths } from '../../../paths.ts';
import { WeekMoved, WeekNamed } from '../../document/week-named.tsx';
import { TOLD_ON_A_PAGE } from '../../then-and-now/causes.ts';
import type { PublishedEarlier } from '../../then-and-now/published-reports.ts';
import type { AskedWeek } from '../../week-ending.ts';
import { isOver } from '../../weekly-report/week.ts';
import { CausesTable } from './causes-table.tsx';
import type { Compared } from './compared.ts';
import { FiguresTable } from './figures-table.tsx';
import { PublishedTable } from './published-table.tsx';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** The title and heading of the page. */
export const THEN_AND_NOW_TITLE = 'Weekly report: then and now';

interface Props {
  readonly week: AskedWeek;
  readonly published: readonly PublishedEarlier[];
  /** The day asked for, as it was read or typed. */
  readonly day?: PlainDate | string | undefined;
  readonly problems?: readonly FieldProblem[];
  readonly compared?: Compared;
}

function AsKnown({ week, day, problems }: Props): VNode {
  const typed = day === undefined ? '' : day;
  const shown = /^\d{4}-\d\d-\d\d$/.test(typed) ? dateInFigures(typed as PlainDate) : typed;
  return (
    <form method="get" action="/report/then-and-now" class="wellplaced-no-print">
      <input type="hidden" name="week-ending" value={week.weekEnding} />
      <TextInput
        name="day"
        label="Or as known at the end of"
        hint="For a report that was published before this was recorded, the day on which it was. Each import since is worked out, which takes a moment."
        width={10}
        value={shown}
        problem={problemOf(problems, 'day')}
      />
      <Button text="Compare with now" kind="secondary" />
    </form>
  );
}

/** A week as it was published, or as known at a day, beside what is known now, with what made each difference. */
export function ThenAndNowView(props: Props): VNode {
  const { week, published, problems, compared } = props;
  return (
    <>
      <ErrorSummary problems={problems} />
      <span class="govuk-caption-l">
        <WeekNamed week={compared?.week ?? week} />
      </span>
      <h1 class="govuk-heading-l">{THEN_AND_NOW_TITLE}</h1>
      <WeekMoved week={week} />
      <p class="govuk-body wellplaced-summary">
        The figures of this week as published, made again from what was known then, and as known
        now. Children whom only named people may see are in none of them. Figures are whole: they
        are not for publication.
      </p>
      {compared !== undefined && (
        <>
          {compared.leavesOut && compared.chosen !== undefined && (
            <InsetText>
              The figures as published are not set beside these while a child is restricted: what
              they differ by could tell who it is. Those made again leave the same children out as
              those known now.
            </InsetText>
          )}
          <FiguresTable {...compared} />
          <CausesTable {...compared} />
          <p class="govuk-body">
            {isOver(week)
              ? 'A week is over and its rules take no day of reading'
              : 'The week is not over, but both are counted to today'}
            , so that only these move a figure: imports, and what stands apart from them. How small
            numbers are withheld is settled as of today and moves no figure here. Imports that
            touched anything the report is made from are told one by one, {TOLD_ON_A_PAGE} to a page
            and the newest on the first, those before and after them together.
          </p>
        </>
      )}
      <PublishedTable week={week} published={published} />
      <AsKnown {...props} />
      <p class="govuk-body wellplaced-no-print">
        <a class={LINK} href={paths.reportOf(week.weekEnding)}>
          Back to the report of this week
        </a>
      </p>
    </>
  );
}
