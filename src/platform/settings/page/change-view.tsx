import type { VNode } from 'preact';
import { dateInFigures, type PlainDate } from '../../../core/plain-date.ts';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { DecidedMeanwhileText } from '../../decisions/decided-meanwhile.tsx';
import type { KeptDraft } from '../../forms/drafts/store.ts';
import type { Form } from '../../forms/form.ts';
import { FormView } from '../../forms/form-view.tsx';
import type { Sent } from '../../forms/take-form.ts';
import type { SettingChange, ValueChange } from '../changes.ts';
import { settingsPaths } from '../paths.ts';
import type { Setting } from '../setting.ts';
import { TAKE_BACK_FORM } from './forms.ts';
import { changeInWords } from './in-words.ts';

/** The title of the form and the words of its heading. */
export function changeTitle({ title }: Setting): string {
  return `Change: ${title}`;
}

/** The title of the form that takes a change back. */
export function takeBackTitle({ title }: Setting): string {
  return `Take a change back: ${title}`;
}

interface FormPage {
  readonly setting: Setting;
  /** The last change there is. */
  readonly latest: SettingChange | undefined;
  readonly sent: Sent | undefined;
}

function Head({ latest, sent, setting, title }: FormPage & { readonly title: string }): VNode {
  const other = latest && {
    subject: setting.title,
    decidedBy: latest.decidedBy,
    decidedAt: latest.decidedAt,
    inWords: changeInWords(setting, latest),
    href: settingsPaths.of(setting.name),
  };
  return (
    <>
      <ErrorSummary problems={sent?.problems} />
      {sent?.meanwhile && other && <DecidedMeanwhileText decisions={[other]} />}
      <h1 class="govuk-heading-l">{title}</h1>
    </>
  );
}

function carriedOf({ latest, setting }: FormPage) {
  return { setting: setting.name, seen: String(latest?.number ?? 0) };
}

/** The form that changes a setting. */
export function ChangeView(
  props: FormPage & {
    readonly form: Form;
    readonly today: PlainDate;
    /** The reader’s draft of the change. */
    readonly kept: KeptDraft | undefined;
  },
): VNode {
  const { form, kept, sent, setting, today } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Head {...props} title={changeTitle(setting)} />
        <p class="govuk-body">{setting.about}</p>
        <FormView
          form={form}
          action={settingsPaths.change}
          begin={{ ...carriedOf(props), from: dateInFigures(today) }}
          sent={sent}
          drafts={{ kept }}
        />
      </div>
    </div>
  );
}

/** The form that takes back a change that has not counted yet, or only since today. */
export function TakeBackView(props: FormPage & { readonly change: ValueChange }): VNode {
  const { change, sent, setting } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Head {...props} title={takeBackTitle(setting)} />
        <p class="govuk-body">
          {change.decidedBy} decided {changeInWords(setting, change)}. Taken back, it no longer
          counts, and stays in the history.
        </p>
        <FormView
          form={TAKE_BACK_FORM}
          action={settingsPaths.takeBack}
          begin={{ ...carriedOf(props), change: String(change.number) }}
          sent={sent}
        />
      </div>
    </div>
  );
}
