import type { VNode } from 'preact';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { choiceField } from '../../forms/choice-fields.ts';
import { declareForm } from '../../forms/form.ts';
import { FormView } from '../../forms/form-view.tsx';
import type { Sent } from '../../forms/take-form.ts';
import { taskPaths } from '../paths.ts';
import type { HowOften } from '../task-tables.ts';

const CHOICES: readonly { readonly value: HowOften; readonly text: string }[] = [
  { value: 'daily', text: 'Every day from Monday to Friday' },
  { value: 'weekly', text: 'Every Monday' },
  { value: 'none', text: 'Never' },
];

/** Asks how often one is sent what waits. */
export const DIGEST_FORM = declareForm({
  name: 'digest',
  submit: 'Save',
  fields: {
    often: choiceField({ label: 'How often?', choices: CHOICES, missing: 'Choose how often' }),
  },
});

/** The title and heading of the page. */
export const DIGEST_TITLE = 'What waits, by message';

/** Asks how often the person wants to be sent what waits for them. */
export function DigestView(props: {
  readonly chosen: string;
  readonly sent: Sent | undefined;
}): VNode {
  const { chosen, sent } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary problems={sent?.problems} />
        <h1 class="govuk-heading-l">{DIGEST_TITLE}</h1>
        <p class="govuk-body">
          A list of your own and your role’s waiting work, to the e-mail address that your sign-in
          gave. Children stand in it by their pseudonyms, without names. Your council’s own mail
          system sends it, where it has been set up to.
        </p>
        <FormView
          form={DIGEST_FORM}
          action={taskPaths.digest}
          begin={{ often: chosen }}
          sent={sent}
        />
      </div>
    </div>
  );
}
