import { WellplacedError } from '../../../../core/errors.ts';
import { type Sent, takeForm } from '../../../forms/take-form.ts';
import { typedValue } from '../../../http/form.ts';
import { notFoundPage } from '../../../http/problem-page.tsx';
import { page, type Reply, redirect } from '../../../http/reply.ts';
import type { PageRequest } from '../../../http/route.ts';
import type { Route } from '../../../permission/ground-permissions.ts';
import {
  accessTokensOf,
  addAccessToken,
  type ListedAccessToken,
  revokeAccessToken,
} from '../../access-tokens/store.ts';
import { type TokenRest, tokenRestOf } from '../../access-tokens/token-rest.ts';
import type { IdentityContext } from '../../identity-context.ts';
import type { IdentityTables } from '../../identity-tables.ts';
import { identityPaths } from '../../paths.ts';
import { accessTokenForm } from './form.ts';
import { AccessTokensView, NewTokenView } from './view.tsx';

interface Tokens {
  readonly tokens: readonly ListedAccessToken[];
  readonly rest: TokenRest;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const BREADCRUMBS = [{ text: 'Your account', href: identityPaths.account }];

function offeredTo({ person }: PageRequest, context: IdentityContext): readonly string[] {
  const { permissions, scopes } = context;
  return scopes.filter((permission) => permissions.mayDo(person.roles, permission));
}

async function showTokens(
  request: PageRequest,
  context: IdentityContext,
  sent?: Sent,
): Promise<Reply> {
  const { now, person } = request;
  const { tokens, rest } = await request.read<IdentityTables, Tokens>(async (tx) => ({
    tokens: await accessTokensOf(tx, person.personId, now),
    rest: await tokenRestOf(tx, person.personId, now),
  }));
  const offered = offeredTo(request, context);
  return page({
    title: 'Access tokens',
    breadcrumbs: BREADCRUMBS,
    content: AccessTokensView({ tokens, rest, offered, sent }),
  });
}

function makeToken(request: PageRequest, context: IdentityContext): Promise<Reply> {
  const { now, person } = request;
  return takeForm(request, accessTokenForm(offeredTo(request, context)), {
    again: (sent) => showTokens(request, context, sent),
    async work({ name, scopes, days }) {
      const token = { personId: person.personId, name, scopes, days: Number(days) };
      const secret = await request.change<IdentityTables, string | undefined>(
        'made an access token',
        (tx) => addAccessToken(tx, token, now),
      );
      if (secret === undefined) {
        throw new WellplacedError(
          'token-of-that-name',
          'You have a token of this name that works.',
          'Give the new one another name.',
        );
      }
      // No redirect, for the secret must not stand in an address.
      const content = NewTokenView({ name, secret });
      return page({ title: 'Token made', breadcrumbs: BREADCRUMBS, content });
    },
  });
}

/** Revokes the token that the form names, when it is that person's. */
export async function revokeToken(
  { body, change, now }: PageRequest,
  of: { readonly personId: string; readonly reason: string; readonly back: string },
): Promise<Reply> {
  const tokenId = typedValue(body, 'token');
  const revoked =
    UUID.test(tokenId) &&
    (await change<IdentityTables, boolean>(of.reason, (tx) =>
      revokeAccessToken(tx, of.personId, tokenId, now),
    ));
  return revoked ? redirect(of.back) : notFoundPage('There is no such token that works.');
}

/** One's own access tokens. */
export function accessTokenRoutes(context: IdentityContext): readonly Route[] {
  const permission = 'keep own account';
  const path = identityPaths.accessTokens;
  return [
    { method: 'GET', path, permission, handle: (request) => showTokens(request, context) },
    { method: 'POST', path, permission, handle: (request) => makeToken(request, context) },
    {
      method: 'POST',
      path: identityPaths.revokeAccessToken,
      permission,
      handle: (request) =>
        revokeToken(request, {
          personId: request.person.personId,
          reason: 'revoked one of their own access tokens',
          back: path,
        }),
    },
  ];
}
