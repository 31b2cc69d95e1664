import type { VNode } from 'preact';
import { Button } from '../../../components/button.tsx';
import { ErrorSummary } from '../../../components/error-summary.tsx';
import { SummaryList } from '../../../components/summary-list.tsx';
import { TextInput } from '../../../components/text-input.tsx';
import type { AuthoritySettings } from '../../../database/authority-settings.ts';
import { type FieldProblem, problemOf, typedValue } from '../../../http/form.ts';
import type { FormFields } from '../../../http/route.ts';
import { identityPaths } from '../../paths.ts';

/** The title of the page and the words of its heading. */
export const SETTINGS_TITLE = 'Access tokens and uploads';

const FIELDS: readonly {
  readonly name: keyof AuthoritySettings;
  readonly label: string;
  readonly hint: string;
}[] = [
  {
    name: 'tokenRestDays',
    label: 'Days after the last sign-in from which access tokens rest',
    hint: 'Somebody whose account was ended at the identity provider can sign in no more: so many days later their tokens read nothing, even if nobody ends their access here.',
  },
  {
    name: 'uploadPersonMb',
    label: 'Megabytes of uploads that one person may hold',
    hint: 'Of files that wait to be imported, and of files that could not be used and are held.',
  },
  {
    name: 'uploadCouncilMb',
    label: 'Megabytes of uploads that the council may hold',
    hint: 'Of everybody together.',
  },
  {
    name: 'uploadsWaiting',
    label: 'Uploads that one person may have under way at once',
    hint: 'Arriving, waiting or being imported.',
  },
];

/** What the council has settled, and for administrators the form to change it. */
export function SettingsView(props: {
  readonly settings: AuthoritySettings;
  readonly may: boolean;
  readonly problems?: readonly FieldProblem[];
  readonly typed?: FormFields;
}): VNode {
  const { may, problems, settings, typed } = props;
  if (!may) {
    return (
      <>
        <h1 class="govuk-heading-l">{SETTINGS_TITLE}</h1>
        <SummaryList
          rows={FIELDS.map(({ name, label }) => ({
            key: label,
            value: settings[name].toLocaleString('en-GB'),
          }))}
        />
      </>
    );
  }
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary problems={problems} />
        <h1 class="govuk-heading-l">{SETTINGS_TITLE}</h1>
        <form method="post" action={identityPaths.councilSettings}>
          {FIELDS.map(({ name, label, hint }) => (
            <TextInput
              key={name}
              name={name}
              label={label}
              hint={hint}
              value={typed === undefined ? String(settings[name]) : typedValue(typed, name)}
              problem={problemOf(problems, name)}
            />
          ))}
          <TextInput
            name="reason"
            label="Reason"
            hint="It stands in the audit trail."
            value={typedValue(typed, 'reason')}
            problem={problemOf(problems, 'reason')}
          />
          <Button text="Save" />
        </form>
      </div>
    </div>
  );
}
