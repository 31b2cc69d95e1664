import type { VNode } from 'preact';
import { instantInWords } from '../../../../core/instant.ts';
import { Table } from '../../../components/table.tsx';
import type { ListedAccessToken } from '../../access-tokens/store.ts';

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

/** The tokens of a person that still work; with an address to send it to, each can be revoked. */
export function TokensTable(props: {
  readonly tokens: readonly ListedAccessToken[];
  readonly revokeAt?: string;
  readonly empty: string;
}): VNode {
  const { tokens, revokeAt } = props;
  return (
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
  );
}
