import type { VNode } from 'preact';
import { instantInWords } from '../../../../core/instant.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorSummary } from '../../../components/error-summary.tsx';
import { SummaryList } from '../../../components/summary-list.tsx';
import { FormView } from '../../../forms/form-view.tsx';
import type { Sent } from '../../../forms/take-form.ts';
import type { Role } from '../../../permission/roles.ts';
import type { ListedAccessToken } from '../../access-tokens/store.ts';
import type { TokenRest } from '../../access-tokens/token-rest.ts';
import { DEMONSTRATION, MACHINE } from '../../identity-tables.ts';
import type { Ending } from '../../leaving/endings.ts';
import { identityPaths } from '../../paths.ts';
import { TokensTable } from '../access-tokens/tokens-table.tsx';
import { Endings } from './endings.tsx';
import { ROLES_FORM } from './forms.ts';
import type { ListedPerson } from './store.ts';

const GIVEN_BY = {
  claim: 'by the identity provider',
  administrator: 'by an administrator',
  'set-up': 'at set-up',
} as const;

function issuerInWords(issuer: string): string {
  if (issuer === DEMONSTRATION) return 'The demonstration’s sign-in page';
  return issuer === MACHINE ? 'A link printed at the start' : issuer;
}

function Facts(props: {
  readonly person: ListedPerson;
  readonly signedIn: Date | undefined;
}): VNode {
  const { person, signedIn } = props;
  const held = person.held.map(({ role, givenBy }) => `${role}, ${GIVEN_BY[givenBy]}`);
  return (
    <SummaryList
      rows={[
        { key: 'Email', value: person.email ?? 'Not known' },
        { key: 'Signs in by', value: issuerInWords(person.issuer) },
        { key: 'Groups there', value: person.claimed.join(', ') || 'None' },
        {
          key: 'Last signed in',
          value: signedIn === undefined ? 'Never' : instantInWords(signedIn),
        },
        {
          key: 'Roles',
          value:
            held.length === 0 ? (
              'No role yet'
            ) : (
              <ul class="govuk-list">
                {held.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}

function ChangeAccess(props: {
  readonly person: ListedPerson;
  readonly roles: readonly Role[];
  readonly sent: Sent | undefined;
}): VNode {
  const { person, roles, sent } = props;
  return (
    <>
      <FormView
        form={ROLES_FORM}
        action={identityPaths.giveRoles(person.personId)}
        begin={{ roles }}
        sent={sent}
      />
      <h2 class="govuk-heading-m">Somebody who leaves</h2>
      <form method="post" action={identityPaths.endSessionsOf(person.personId)}>
        <Button text="Sign this person out everywhere and revoke their tokens" kind="secondary" />
      </form>
      <p class="govuk-body">
        That ends what they have open now; they can sign in again.{' '}
        <a class="govuk-link" href={identityPaths.leave(person.personId)}>
          End this person’s access for good
        </a>
        .
      </p>
    </>
  );
}

/** One person: how they sign in, what they hold, when they left; and, for who may change it, the ways to do so. */
export function PersonView(props: {
  readonly person: ListedPerson;
  readonly tokens: readonly ListedAccessToken[];
  readonly rest: TokenRest;
  readonly endings: readonly Ending[];
  /** Whether the reader may change this person's roles and end their access. */
  readonly may: boolean;
  /** Those given by hand. */
  readonly roles: readonly Role[];
  readonly sent?: Sent | undefined;
}): VNode {
  const { endings, may, person, rest, roles, sent, tokens } = props;
  const here = person.leftAt === undefined;
  const revokeAt = may ? identityPaths.revokeAccessTokenOf(person.personId) : undefined;
  return (
    <>
      <ErrorSummary problems={sent?.problems} />
      <h1 class="govuk-heading-l">{person.name}</h1>
      <Endings person={person} endings={endings} may={may} />
      <Facts person={person} signedIn={rest.lastSignedIn} />
      {here && (
        <TokensTable
          tokens={tokens}
          rest={rest}
          {...(revokeAt === undefined ? {} : { revokeAt })}
          empty={`${person.name} has no access token that works.`}
        />
      )}
      {may && here && <ChangeAccess person={person} roles={roles} sent={sent} />}
    </>
  );
}
