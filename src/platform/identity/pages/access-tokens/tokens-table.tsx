import type { VNode } from 'preact';
import { instantInWords } from '../../../../core/instant.ts';
import { Tag } from '../../../components/messages.tsx';
import { Table } from '../../../components/table.tsx';
import type { ListedAccessToken } from '../../access-tokens/store.ts';
import type { TokenRest } from '../../access-tokens/token-rest.ts';

function Revoke(props: { readonly token: ListedAccessToken; readonly action: string }): VNode {
  return (
    <form method="post" action={props.action}>
      <input type="hidden" name="token" value={props.token.tokenId} />
      <button class="wellplaced-link-button" type="submit">
        Revoke<span class="govuk-visually-hidden"> the token {props.token.name}</span>
      </button>
    </form>
  );
}

/** Until when they work without another sign-in, in a sentence. */
function Rest({ rest }: { readonly rest: TokenRest }): VNode {
  const { days, restFrom, rests } = rest;
  return (
    <p class="govuk-body">
      {rests && <Tag text="Resting" colour="yellow" />}{' '}
      {rests || restFrom === undefined
        ? `Access tokens rest until their person signs in again: the last sign-in was more than ${days} days ago.`
        : `Access tokens rest from ${instantInWords(restFrom)}, ${days} days after the last sign-in, unless their person signs in again before.`}
    </p>
  );
}

/** The tokens of a person that still work, and from when they rest; with an address to send it to, each can be revoked. */
export function TokensTable(props: {
  readonly tokens: readonly ListedAccessToken[];
  readonly rest: TokenRest;
  readonly revokeAt?: string;
  readonly empty: string;
}): VNode {
  const { rest, tokens, revokeAt } = props;
  return (
    <>
      <Table
        caption="Access tokens that work"
        columns={[
          { key: 'name', heading: 'Token', type: 'text' },
          { key: 'scopes', heading: 'May', type: 'text' },
          { key: 'created', heading: 'Made', type: 'text' },
          { key: 'used', heading: 'Last used', type: 'text' },
          { key: 'expires', heading: 'Works until', type: 'text' },
          ...(revokeAt === undefined
            ? []
            : [{ key: 'revoke', heading: 'Revoke', type: 'text' } as const]),
        ]}
        rowHeader="name"
        rows={tokens.map((token) => ({
          cells: {
            name: token.name,
            scopes: token.scopes.join(', '),
            created: instantInWords(token.createdAt),
            used: token.lastUsedAt === undefined ? 'Never' : instantInWords(token.lastUsedAt),
            expires: instantInWords(token.expiresAt),
            revoke: revokeAt === undefined ? null : <Revoke token={token} action={revokeAt} />,
          },
        }))}
        empty={props.empty}
      />
      {tokens.length > 0 && <Rest rest={rest} />}
    </>
  );
}
