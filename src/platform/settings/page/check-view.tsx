import type { VNode } from 'preact';
import type { PlainDate } from '../../../core/plain-date.ts';
import { CheckAnswers } from '../../forms/check-answers.tsx';
import type { ValuesOf } from '../../forms/form.ts';
import type { Answers } from '../../forms/take-form.ts';
import { settingsPaths } from '../paths.ts';
import { type Setting, valueInWords } from '../setting.ts';
import { changeForm } from './forms.ts';

/** What a change of a setting was answered with. */
export type ChangeAnswers = Answers<ValuesOf<ReturnType<typeof changeForm>['fields']>>;

/** The title of the page and the words of its heading. */
export function checkTitle({ title }: Setting): string {
  return `Check before you change: ${title}`;
}

/** The answers, with the value that counts now, before the setting is changed. */
export function CheckView(props: {
  readonly setting: Setting;
  readonly today: PlainDate;
  /** The value that counts today. */
  readonly now: number;
  readonly answers: ChangeAnswers;
}): VNode {
  const { answers, now, setting, today } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">{checkTitle(setting)}</h1>
        <p class="govuk-body">
          {setting.about} Every figure of that day and later days is made by the new value; figures
          of days before stay as they are.
        </p>
        <CheckAnswers
          form={changeForm(setting, today)}
          action={settingsPaths.change}
          answers={answers}
          confirm="Make the change"
          facts={[{ key: 'Value now', value: valueInWords(setting, now) }]}
        />
      </div>
    </div>
  );
}
