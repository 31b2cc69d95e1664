import type { VNode } from 'preact';
import { Button } from '../../../components/button.tsx';
import { Checkboxes, Select } from '../../../components/choices.tsx';
import { ErrorSummary } from '../../../components/error-summary.tsx';
import { InsetText } from '../../../components/messages.tsx';
import { TextInput } from '../../../components/text-input.tsx';
import { apiPaths } from '../../../http/api/paths.ts';
import { type FieldProblem, problemOf, typedValue } from '../../../http/form.ts';
import type { FormFields } from '../../../http/route.ts';
import { TOKEN_DAYS, USUAL_TOKEN_DAYS } from '../../access-tokens/access-token.ts';
import type { ListedAccessToken } from '../../access-tokens/store.ts';
import type { TokenRest } from '../../access-tokens/token-rest.ts';
import { identityPaths } from '../../paths.ts';
import { TokensTable } from './tokens-table.tsx';

interface FormProps {
  /** What the person may do now and a token can be given. */
  readonly offered: readonly string[];
  readonly problems?: readonly FieldProblem[];
  readonly typed?: FormFields;
}

function NewTokenForm({ offered, problems, typed }: FormProps): VNode {
  if (offered.length === 0) {
    return (
      <InsetText>
        You hold no permission that a token could be given. Ask an administrator for a role.
      </InsetText>
    );
  }
  return (
    <form method="post" action={identityPaths.accessTokens}>
      <h2 class="govuk-heading-m">Make a token</h2>
      <TextInput
        name="name"
        label="What it is for"
        hint="Such as “Power BI, placements dashboard”. It stands in the audit trail with everything that the token reads."
        value={typedValue(typed, 'name')}
        problem={problemOf(problems, 'name')}
      />
      <Checkboxes
        name="scopes"
        label="What it may do"
        hint="Only what you may do now, and only as long as you may."
        choices={offered.map((permission) => ({ value: permission, text: permission }))}
        values={[typed?.scopes ?? []].flat()}
        problem={problemOf(problems, 'scopes')}
        small
      />
      <Select
        name="days"
        label="How long it works"
        choices={TOKEN_DAYS.map((days) => ({ value: String(days), text: `${days} days` }))}
        value={typedValue(typed, 'days') || String(USUAL_TOKEN_DAYS)}
        problem={problemOf(problems, 'days')}
      />
      <Button text="Make token" />
    </form>
  );
}

/** A person's own access tokens, and the form for another. */
export function AccessTokensView(
  props: FormProps & {
    readonly tokens: readonly ListedAccessToken[];
    readonly rest: TokenRest;
  },
): VNode {
  return (
    <>
      <ErrorSummary problems={props.problems} />
      <h1 class="govuk-heading-l">Access tokens</h1>
      <p class="govuk-body">
        With a token another system, such as Power BI or Excel, reads from{' '}
        <a class="govuk-link" href={apiPaths.documentation}>
          the API
        </a>{' '}
        as you. Whoever has the token can read what it may: keep it as you keep a password, and
        revoke it when it is no longer needed. Signing out everywhere revokes all of them. While you
        have not signed in for {props.rest.days} days they rest: the API refuses them until you sign
        in again.
      </p>
      <TokensTable
        tokens={props.tokens}
        rest={props.rest}
        revokeAt={identityPaths.revokeAccessToken}
        empty="You have no token that works."
      />
      <NewTokenForm {...props} />
    </>
  );
}

/** The one page that shows a new token's secret. */
export function NewTokenView(props: { readonly name: string; readonly secret: string }): VNode {
  return (
    <>
      <h1 class="govuk-heading-l">Token made</h1>
      <p class="govuk-body">
        This is the token for {props.name}. <strong>Copy it now: it is not shown again.</strong>
      </p>
      <p class="govuk-body" data-copy="Copy token">
        <code class="wellplaced-secret">{props.secret}</code>
      </p>
      <p class="govuk-body">
        Keep it where your council keeps passwords, never in a message, a document or a query that
        others open. If somebody else may have seen it, revoke it and make another.
      </p>
      <Button text="Back to your tokens" href={identityPaths.accessTokens} kind="secondary" />
    </>
  );
}
