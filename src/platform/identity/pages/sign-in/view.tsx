import type { VNode } from 'preact';
import { Button } from '../../../components/button.tsx';
import { NotificationBanner } from '../../../components/messages.tsx';
import { Table } from '../../../components/table.tsx';
import type { DemonstrationPerson } from '../../demonstration/door.ts';
import { identityPaths } from '../../paths.ts';

function SignInAs(props: { readonly person: DemonstrationPerson; readonly back: string }): VNode {
  const { personId, name } = props.person;
  return (
    <form method="post" action={identityPaths.demonstration}>
      <input type="hidden" name="person" value={personId} />
      <input type="hidden" name="return" value={props.back} />
      <button class="wellplaced-link-button" type="submit">
        Sign in<span class="govuk-visually-hidden"> as {name}</span>
      </button>
    </form>
  );
}

function DemonstrationDoor(props: {
  readonly people: readonly DemonstrationPerson[];
  readonly back: string;
}): VNode {
  return (
    <>
      <p class="govuk-body">
        This council is invented, and so are its people: nobody needs a password. Choose whose work
        you want to see.
      </p>
      <Table
        caption="Sign in as"
        columns={[
          { key: 'role', heading: 'Role', type: 'text' },
          { key: 'name', heading: 'Person', type: 'text' },
          { key: 'door', heading: 'Sign in', type: 'text' },
        ]}
        rowHeader="role"
        rows={props.people.map((person) => ({
          cells: {
            role: person.roles.join(', '),
            name: person.name,
            door: <SignInAs person={person} back={props.back} />,
          },
        }))}
        empty="The demonstration council has no people."
      />
    </>
  );
}

/** The doors of this council: the demonstration's people, or none. */
export function SignInView(props: {
  readonly councilName: string;
  readonly people: readonly DemonstrationPerson[];
  readonly back: string;
  /** Whether the council has an identity provider. */
  readonly byProvider: boolean;
  readonly signedOut: boolean;
}): VNode {
  return (
    <>
      {props.signedOut && (
        <NotificationBanner done>
          <p class="govuk-notification-banner__heading">You are signed out.</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">Sign in to Wellplaced</h1>
      {props.byProvider && (
        <Button
          text="Sign in with your council account"
          href={identityPaths.councilBackTo(props.back)}
        />
      )}
      {props.people.length > 0 && <DemonstrationDoor people={props.people} back={props.back} />}
      {props.people.length === 0 && !props.byProvider && (
        <p class="govuk-body">
          {props.councilName} has no identity provider yet. Whoever runs the service signs in by the
          link that it printed when it started.
        </p>
      )}
    </>
  );
}
