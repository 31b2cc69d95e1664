import type { VNode } from 'preact';
import { Button } from '../../../components/button.tsx';
import { ErrorSummary } from '../../../components/error-summary.tsx';
import { InsetText } from '../../../components/messages.tsx';
import { FormView } from '../../../forms/form-view.tsx';
import type { Sent } from '../../../forms/take-form.ts';
import { apiPaths } from '../../../http/api/paths.ts';
import { USUAL_TOKEN_DAYS } from '../../access-tokens/access-token.ts';
import type { ListedAccessToken } from '../../access-tokens/store.ts';
import type { TokenRest } from '../../access-tokens/token-rest.ts';
import { identityPaths } from '../../paths.ts';
import { accessTokenForm } from './form.ts';
import { TokensTable } from './tokens-table.tsx';

interface FormProps {
  /** What the person may do now and a token can be given. */
  readonly offered: readonly string[];
  readonly sent: Sent | undefined;
}

function NewTokenForm({ offered, sent }: FormProps): VNode {
  if (offered.length === 0) {
    return (
      <InsetText>
        You hold no permission that a token could be given. Ask an administrator for a role.
      </InsetText>
    );
  }
  return (
    <>
      <h2 class="govuk-heading-m">Make a token</h2>
      <FormView
        form={accessTokenForm(offered)}
        action={identityPaths.accessTokens}
        begin={{ days: String(USUAL_TOKEN_DAYS) }}
        sent={sent}
      />
    </>
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
      <ErrorSummary problems={props.sent?.problems} />
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
