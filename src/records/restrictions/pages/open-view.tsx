import type { VNode } from 'preact';
import { Button } from '../../../platform/components/button.tsx';
import { ErrorSummary } from '../../../platform/components/error-summary.tsx';
import { WarningText } from '../../../platform/components/messages.tsx';
import { TextArea } from '../../../platform/components/text-area.tsx';
import { TextInput } from '../../../platform/components/text-input.tsx';
import { type FieldProblem, problemOf, typedValue } from '../../../platform/http/form.ts';
import type { FormFields } from '../../../platform/http/route.ts';
import { paths } from '../../paths.ts';

/** The title and heading of the door. */
export const OPEN_TITLE = 'Open a restricted child';

/** Asks which child, and why. */
export function OpenView(props: {
  readonly typed: FormFields;
  readonly problems?: readonly FieldProblem[];
}): VNode {
  const { typed, problems } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary problems={problems} />
        <h1 class="govuk-heading-l">{OPEN_TITLE}</h1>
        <p class="govuk-body">
          Some children are seen by named people only. If a child needs you now and nobody named can
          be reached, you can open the child’s records for one hour.
        </p>
        <WarningText text="Those who restricted the child are told that you opened it, when and why, and it stands on the audit trail." />
        <form method="post" action={paths.openRestrictedChild}>
          <TextInput
            name="child"
            label="Child’s identifier"
            value={typedValue(typed, 'child')}
            problem={problemOf(problems, 'child')}
          />
          <TextArea
            name="reason"
            label="Why you need to see the child now"
            rows={3}
            value={typedValue(typed, 'reason')}
            problem={problemOf(problems, 'reason')}
          />
          <Button text="Open for one hour" />
        </form>
      </div>
    </div>
  );
}
