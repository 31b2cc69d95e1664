import type { VNode } from 'preact';
import { ErrorSummary } from '../../../platform/components/error-summary.tsx';
import { WarningText } from '../../../platform/components/messages.tsx';
import { FormView } from '../../../platform/forms/form-view.tsx';
import type { Sent } from '../../../platform/forms/take-form.ts';
import { paths } from '../../paths.ts';
import { OPEN_FORM } from './forms.ts';

/** The title and heading of the door. */
export const OPEN_TITLE = 'Open a restricted child';

/** Asks which child, and why. */
export function OpenView(props: {
  /** The child that was asked for before it was not found. */
  readonly child: string;
  readonly sent: Sent | undefined;
}): VNode {
  const { sent } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary problems={sent?.problems} />
        <h1 class="govuk-heading-l">{OPEN_TITLE}</h1>
        <p class="govuk-body">
          Some children are seen by named people only. If a child needs you now and nobody named can
          be reached, you can open the child’s records for one hour.
        </p>
        <WarningText text="Those who restricted the child are told that you opened it, when and why, and it stands on the audit trail." />
        <FormView
          form={OPEN_FORM}
          action={paths.openRestrictedChild}
          begin={{ child: props.child }}
          sent={sent}
        />
      </div>
    </div>
  );
}
