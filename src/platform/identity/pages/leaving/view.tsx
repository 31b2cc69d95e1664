import type { VNode } from 'preact';
import { counted } from '../../../../core/english.ts';
import { Button } from '../../../components/button.tsx';
import { Checkboxes, Select } from '../../../components/choices.tsx';
import { ErrorSummary } from '../../../components/error-summary.tsx';
import { WarningText } from '../../../components/messages.tsx';
import { TextInput } from '../../../components/text-input.tsx';
import { type FieldProblem, problemOf, typedValue } from '../../../http/form.ts';
import type { FormFields } from '../../../http/route.ts';
import { identityPaths } from '../../paths.ts';
import type { ListedPerson } from '../people/store.ts';
import type { Consequences } from './consequences.ts';

interface FormProps {
  readonly person: ListedPerson;
  readonly problems?: readonly FieldProblem[];
  readonly typed?: FormFields;
}

function Reason({ problems, typed, hint }: Omit<FormProps, 'person'> & { hint: string }): VNode {
  return (
    <TextInput
      name="reason"
      label="Reason"
      hint={hint}
      value={typedValue(typed, 'reason')}
      problem={problemOf(problems, 'reason')}
    />
  );
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
  const { consequences, person, problems, typed } = props;
  const { must, successors } = consequences;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary problems={problems} />
        <h1 class="govuk-heading-l">End the access of {person.name}</h1>
        <WhatHappens {...consequences} />
        {must.length > 0 && successors.length === 0 && (
          <WarningText
            text={`Nobody else may ${must.join(' and ')}: give somebody a role that may before you end this access.`}
          />
        )}
        <form method="post" action={identityPaths.leave(person.personId)}>
          {successors.length > 0 && (
            <Select
              name="successor"
              label="Who takes over"
              choices={[
                { value: '', text: 'Choose somebody' },
                ...successors.map(({ personId, name }) => ({ value: personId, text: name })),
              ]}
              value={typedValue(typed, 'successor')}
              problem={problemOf(problems, 'successor')}
            />
          )}
          <Reason
            hint="Such as the last day at work. It stands in the audit trail."
            {...(problems === undefined ? {} : { problems })}
            {...(typed === undefined ? {} : { typed })}
          />
          <Checkboxes
            name="understood"
            label="Confirm"
            choices={[{ value: 'yes', text: `End the access of ${person.name} now` }]}
            values={[typed?.understood ?? []].flat()}
            problem={problemOf(problems, 'understood')}
            small
          />
          <Button text="End access" kind="warning" />
        </form>
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
  const { person, problems, typed } = props;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <ErrorSummary problems={problems} />
        <h1 class="govuk-heading-l">Bring {person.name} back</h1>
        <p class="govuk-body">
          They can sign in again from then on. Groups at the identity provider give their roles at
          the next sign-in; nothing else of what they held is given back: roles given by an
          administrator, restricted children and access tokens are given, named and made anew.
        </p>
        <form method="post" action={identityPaths.comeBack(person.personId)}>
          <Reason
            hint="It stands in the audit trail."
            {...(problems === undefined ? {} : { problems })}
            {...(typed === undefined ? {} : { typed })}
          />
          <Button text="Bring back" />
        </form>
      </div>
    </div>
  );
}
