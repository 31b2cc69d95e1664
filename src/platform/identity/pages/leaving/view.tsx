import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { ErrorSummary } from '../../../components/error-summary.tsx';
import { WarningText } from '../../../components/messages.tsx';
import { FormView } from '../../../forms/form-view.tsx';
import type { Sent } from '../../../forms/take-form.ts';
import { identityPaths } from '../../paths.ts';
import { COME_BACK_FORM, leaveForm } from '../people/forms.ts';
import type { ListedPerson } from '../people/store.ts';
import type { Consequences } from './consequences.ts';

interface FormProps {
  readonly person: ListedPerson;
  readonly sent: Sent | undefined;
}

function count(many: number, one: string, several: string): string {
  return many === 0 ? `No ${several}` : counted(many, one, several);
}

function WhatHappens({ held, roles, sessions, tokens }: Consequences): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">What happens</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{count(sessions, 'session is ended', 'sessions are ended')}.</li>
        <li>{count(tokens, 'access token is revoked', 'access tokens are revoked')}.</li>
        <li>{roles.length === 0 ? 'No role is taken away' : `Taken away: ${roles.join(', ')}`}.</li>
        {held.map(({ what, becomes }) => (
          <li key={what}>
            {what}. {becomes}
          </li>
        ))}
        <li>Nobody can sign in by this account, and it is not offered where people are chosen.</li>
        <li>What they did stays on the audit trail under their name.</li>
      </ul>
    </>
  );
}

/** Asks whether a person’s access is to end, and says what then happens. */
export function LeaveView(props: FormProps & { readonly consequences: Consequences }): VNode {
  const { consequences, person, sent } = props;
  const { must, successors } = consequences;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary problems={sent?.problems} />
        <h1 class="govuk-heading-l">End the access of {person.name}</h1>
        <WhatHappens {...consequences} />
        {must.length > 0 && successors.length === 0 && (
          <WarningText
            text={`Nobody else may ${must.join(' and ')}: give somebody a role that may before you end this access.`}
          />
        )}
        <FormView
          form={leaveForm(person.name, successors)}
          action={identityPaths.leave(person.personId)}
          sent={sent}
        />
        <p class="govuk-body">
          End the account at the identity provider too, where the council has one.{' '}
          <a class="govuk-link" href={identityPaths.person(person.personId)}>
            Back without a change
          </a>
        </p>
      </div>
    </div>
  );
}

/** Asks why a person who had left comes back. */
export function ComeBackView(props: FormProps): VNode {
  const { person, sent } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary problems={sent?.problems} />
        <h1 class="govuk-heading-l">Bring {person.name} back</h1>
        <p class="govuk-body">
          They can sign in again from then on. Groups at the identity provider give their roles at
          the next sign-in; nothing else of what they held is given back: roles given by an
          administrator, restricted children and access tokens are given, named and made anew.
        </p>
        <FormView
          form={COME_BACK_FORM}
          action={identityPaths.comeBack(person.personId)}
          sent={sent}
        />
      </div>
    </div>
  );
}
