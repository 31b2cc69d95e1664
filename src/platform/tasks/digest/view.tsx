import type { VNode } from 'preact';
import { Button } from '../../components/button.tsx';
import { Radios } from '../../components/choices.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { NotificationBanner } from '../../components/messages.tsx';
import { type FieldProblem, problemOf } from '../../http/form.ts';
import { taskPaths } from '../paths.ts';

/** The title and heading of the page. */
export const DIGEST_TITLE = 'What waits, by message';

/** Asks how often the person wants to be sent what waits for them. */
export function DigestView(props: {
  readonly chosen: string;
  readonly saved: boolean;
  readonly problems?: readonly FieldProblem[];
}): VNode {
  const { chosen, saved, problems } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary problems={problems} />
        {saved && (
          <NotificationBanner done>
            <p class="govuk-notification-banner__heading">Your choice is kept.</p>
          </NotificationBanner>
        )}
        <h1 class="govuk-heading-l">{DIGEST_TITLE}</h1>
        <p class="govuk-body">
          A list of your own and your role’s waiting work, to the e-mail address that your sign-in
          gave. Children stand in it by their pseudonyms, without names. Your council’s own mail
          system sends it, where it has been set up to.
        </p>
        <form method="post" action={taskPaths.digest}>
          <Radios
            name="often"
            label="How often?"
            value={chosen}
            problem={problemOf(problems, 'often')}
            choices={[
              { value: 'daily', text: 'Every day from Monday to Friday' },
              { value: 'weekly', text: 'Every Monday' },
              { value: 'none', text: 'Never' },
            ]}
          />
          <Button text="Save" />
        </form>
      </div>
    </div>
  );
}
