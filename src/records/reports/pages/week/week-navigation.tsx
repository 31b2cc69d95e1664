import type { VNode } from 'preact';
import {
  addDays,
  dateInFigures,
  dateInWords,
  type PlainDate,
} from '../../../../core/plain-date.ts';
import { Button } from '../../../../platform/components/button.tsx';
import { TextInput } from '../../../../platform/components/text-input.tsx';
import type { FieldProblem } from '../../../../platform/http/form.ts';
import { problemOf } from '../../../../platform/http/form.ts';
import { paths } from '../../../paths.ts';
import { lastWeekBegun, type WeekShown } from '../../weekly-report/week.ts';

const LINK = 'govuk-link govuk-link--no-visited-state';

/** Chooses the week of the report: by date, the week before, the week after where it has begun, or for whom it is. */
export function WeekNavigation(props: {
  readonly week: WeekShown;
  readonly today: PlainDate;
  readonly publish: boolean;
  /** Whether the reader may see the working figures too. */
  readonly maySeeWorking: boolean;
  readonly typed?: string;
  readonly problems?: readonly FieldProblem[];
}): VNode {
  const { publish, today, typed, problems } = props;
  const { weekEnding } = props.week;
  const earlier = addDays(weekEnding, -7);
  const later = addDays(weekEnding, 7);
  return (
    <div class="wellplaced-week wellplaced-no-print">
      <form method="get" action={paths.report} class="wellplaced-week__form">
        {publish && <input type="hidden" name="publish" value="yes" />}
        <TextInput
          name="week-ending"
          label="Week ending"
          width={10}
          value={typed ?? dateInFigures(weekEnding)}
          problem={problemOf(problems, 'week-ending')}
        />
        <Button text="Show week" kind="secondary" />
      </form>
      <ul class="wellplaced-week__links">
        <li>
          <a class={LINK} href={paths.reportOf(earlier, publish)}>
            Previous week<span class="govuk-visually-hidden">, ending {dateInWords(earlier)}</span>
          </a>
        </li>
        {later <= lastWeekBegun(today) && (
          <li>
            <a class={LINK} href={paths.reportOf(later, publish)}>
              Next week<span class="govuk-visually-hidden">, ending {dateInWords(later)}</span>
            </a>
          </li>
        )}
        {props.maySeeWorking && (
          <li>
            <a class={LINK} href={paths.reportOf(weekEnding, !publish)}>
              {publish ? 'Working figures' : 'Version for others, small numbers withheld'}
            </a>
          </li>
        )}
      </ul>
    </div>
  );
}
