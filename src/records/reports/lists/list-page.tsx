import type { ComponentChildren, VNode } from 'preact';
import { dateInFigures, type PlainDate } from '../../../core/plain-date.ts';
import { Button } from '../../../platform/components/button.tsx';
import { ErrorSummary } from '../../../platform/components/error-summary.tsx';
import { TextInput } from '../../../platform/components/text-input.tsx';
import { DateInWords } from '../../../platform/components/values.tsx';
import type { FieldProblem } from '../../../platform/http/form.ts';
import { problemOf } from '../../../platform/http/form.ts';
import { paths } from '../../paths.ts';

/** The week of a list, as a field of its filter. */
export function WeekField(props: {
  readonly value: string;
  readonly problems?: readonly FieldProblem[];
}): VNode {
  return (
    <TextInput
      name="week-ending"
      label="Week ending"
      value={props.value}
      problem={problemOf(props.problems, 'week-ending')}
    />
  );
}

/** A page of rows of one week: heading, how its rows are chosen, and the rows. */
export function ListPage(props: {
  readonly title: string;
  readonly weekEnding: PlainDate;
  readonly lead: ComponentChildren;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <>
      <span class="govuk-caption-l">
        Week ending <DateInWords date={props.weekEnding} />
      </span>
      <h1 class="govuk-heading-l">{props.title}</h1>
      <p class="govuk-body wellplaced-summary">{props.lead}</p>
      {props.children}
    </>
  );
}

/** Asks for the week of a list again when what was typed is not a day. */
export function ListWithoutWeek(props: {
  readonly title: string;
  readonly path: string;
  readonly typed: string;
  readonly problems: readonly FieldProblem[];
}): VNode {
  return (
    <>
      <ErrorSummary problems={props.problems} />
      <h1 class="govuk-heading-l">{props.title}</h1>
      <form method="get" action={props.path}>
        <WeekField value={props.typed} problems={props.problems} />
        <Button text="Show week" />
      </form>
    </>
  );
}

/** The way back from a list to its report. */
export function BackToReport(props: { readonly weekEnding: PlainDate }): VNode {
  return (
    <p class="govuk-body wellplaced-no-print">
      <a class="govuk-link govuk-link--no-visited-state" href={paths.reportOf(props.weekEnding)}>
        Back to the report of this week
      </a>
    </p>
  );
}

/** The day as the week's field shows it. */
export function weekTyped(weekEnding: PlainDate): string {
  return dateInFigures(weekEnding);
}
