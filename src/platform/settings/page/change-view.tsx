import type { VNode } from 'preact';
import { dateInFigures, type PlainDate } from '../../../core/plain-date.ts';
import { Button } from '../../components/button.tsx';
import { Radios } from '../../components/choices.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { DecidedMeanwhileText } from '../../decisions/decided-meanwhile.tsx';
import { type FieldProblem, problemOf, typedValue } from '../../http/form.ts';
import type { FormFields } from '../../http/route.ts';
import type { SettingChange, ValueChange } from '../changes.ts';
import { settingsPaths } from '../paths.ts';
import { type Setting, valueInWords } from '../setting.ts';
import { changeInWords } from './in-words.ts';

/** What is wrong with what was sent: with its fields, or that somebody else was first. */
export interface Wrong {
  readonly problems?: readonly FieldProblem[];
  readonly typed?: FormFields;
  readonly meanwhile?: boolean;
}

/** The title of the form and the words of its heading. */
export function changeTitle({ title }: Setting): string {
  return `Change: ${title}`;
}

/** The title of the form that takes a change back. */
export function takeBackTitle({ title }: Setting): string {
  return `Take a change back: ${title}`;
}

function Meanwhile(props: { readonly setting: Setting; readonly latest: SettingChange }): VNode {
  const { latest, setting } = props;
  const { decidedAt, decidedBy } = latest;
  const other = {
    subject: setting.title,
    decidedBy,
    decidedAt,
    inWords: changeInWords(setting, latest),
    href: settingsPaths.of(setting.name),
  };
  return <DecidedMeanwhileText decisions={[other]} />;
}

function Reason(props: { readonly wrong: Wrong }): VNode {
  const { problems, typed } = props.wrong;
  return (
    <TextArea
      name="reason"
      label="Reason"
      hint="It stands beside the value and in the audit trail."
      rows={3}
      value={typedValue(typed, 'reason')}
      problem={problemOf(problems, 'reason')}
    />
  );
}

/** The form that changes a setting; what was typed stays where something is wrong. `latest` is the last change there is. */
export function ChangeView(props: {
  readonly setting: Setting;
  readonly today: PlainDate;
  readonly latest: SettingChange | undefined;
  readonly wrong: Wrong;
}): VNode {
  const { latest, setting, today, wrong } = props;
  const field = (name: string) => ({
    name,
    value: typedValue(wrong.typed, name),
    problem: problemOf(wrong.problems, name),
  });
  const money = setting.unit === 'pence';
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary problems={wrong.problems} />
        {wrong.meanwhile && latest && <Meanwhile setting={setting} latest={latest} />}
        <h1 class="govuk-heading-l">{changeTitle(setting)}</h1>
        <p class="govuk-body">{setting.about}</p>
        <form method="post" action={settingsPaths.change}>
          <input type="hidden" name="setting" value={setting.name} />
          <input type="hidden" name="seen" value={latest?.number ?? 0} />
          <TextInput
            {...field('value')}
            label="New value"
            hint={`From ${valueInWords(setting, setting.least)} to ${valueInWords(setting, setting.most)}.`}
            width={10}
            {...(money ? { prefix: '£' } : { suffix: setting.unit })}
          />
          <TextInput
            {...field('from')}
            label="From which day on"
            hint="From then it stays until another value is settled. What was made before stays as it was."
            value={
              wrong.typed === undefined ? dateInFigures(today) : typedValue(wrong.typed, 'from')
            }
            width={10}
          />
          <TextInput
            {...field('source')}
            label="Source"
            hint="Where the value comes from: a decision, a guide, a contract."
          />
          <Radios
            {...field('confirmed')}
            label="Has somebody who can say so confirmed the value?"
            choices={[
              { value: 'yes', text: 'Yes, it is confirmed' },
              {
                value: 'no',
                text: 'No, not yet',
                hint: 'Pages say so wherever the value acts.',
              },
            ]}
            small
          />
          <Reason wrong={wrong} />
          <Button text="Change" />
        </form>
      </div>
    </div>
  );
}

/** The form that takes back a change that has not counted yet, or only since today. */
export function TakeBackView(props: {
  readonly setting: Setting;
  readonly change: ValueChange;
  readonly latest: SettingChange | undefined;
  readonly wrong: Wrong;
}): VNode {
  const { change, latest, setting, wrong } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary problems={wrong.problems} />
        {wrong.meanwhile && latest && <Meanwhile setting={setting} latest={latest} />}
        <h1 class="govuk-heading-l">{takeBackTitle(setting)}</h1>
        <p class="govuk-body">
          {change.decidedBy} decided {changeInWords(setting, change)}. Taken back, it no longer
          counts, and stays in the history.
        </p>
        <form method="post" action={settingsPaths.takeBack}>
          <input type="hidden" name="setting" value={setting.name} />
          <input type="hidden" name="change" value={change.number} />
          <input type="hidden" name="seen" value={latest?.number ?? 0} />
          <Reason wrong={wrong} />
          <Button text="Take back" kind="warning" />
        </form>
      </div>
    </div>
  );
}
