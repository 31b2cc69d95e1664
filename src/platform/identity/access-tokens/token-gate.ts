import type { TokenGate, TokenHolder } from '../../http/api/token-gate.ts';
import { withinScopes } from '../../permission/roles.ts';
import { type GateSettings, knownRoles } from '../gate.ts';
import { DEMONSTRATION, type IdentityTables } from '../identity-tables.ts';
import { hashOfToken } from '../secret-token.ts';
import { isSeenAnew } from '../session-limits.ts';
import { isAccessToken } from './access-token.ts';

/** Whose session was begun within as many days as the council sets; the others’ tokens rest. */
const AWAKE = `exists (select from session where session.authority_id = $1
    and session.person_id = person.person_id
    and session.created_at > $3::timestamptz - make_interval(days => authority.token_rest_days))`;

/** The token of a secret, the person and their roles in one statement; as for a session, an invented person counts in an invented council only. */
function tokenThat(condition: string): string {
  return `
select access_token.token_id, access_token.name, access_token.scopes, access_token.expires_at,
  access_token.last_used_at, person.person_id, person.name,
  array(
    select distinct person_role.role from person_role
    where person_role.authority_id = $1 and person_role.person_id = person.person_id
      and person_role.withdrawn_at is null
  )
from access_token
join person on person.authority_id = $1 and person.person_id = access_token.person_id
join authority on authority.authority_id = $1
where access_token.authority_id = $1 and access_token.token_hash = $2
  and access_token.revoked_at is null and access_token.expires_at > $3 and person.left_at is null
  and (person.issuer <> '${DEMONSTRATION}' or authority.demonstration_seed is not null)
  and ${condition}
`;
}

const TOKEN = tokenThat(AWAKE);
const RESTING = tokenThat(`not ${AWAKE}`);

/** The gate of the API of one council: asks the database at each request. */
export function tokenGateOf({ ground, authority, now }: Omit<GateSettings, 'limits'>): TokenGate {
  async function usedAgain(holder: TokenHolder, at: Date): Promise<void> {
    const { name: actor, personId } = holder.person;
    const person = { personId, role: null };
    const acting = { authority, actor, person, reason: 'used an access token' };
    await ground.transaction<IdentityTables, void>(acting, async (tx) => {
      await tx.db
        .updateTable('access_token')
        .set({ last_used_at: at })
        .where('authority_id', '=', authority)
        .where('token_id', '=', holder.tokenId)
        .execute();
    });
  }
  return {
    async holderOf(secret) {
      if (!isAccessToken(secret)) return undefined;
      const at = now();
      const [found] = await ground.read<IdentityTables, unknown[][]>(authority, (tx) =>
        tx.rows(TOKEN, [authority, hashOfToken(secret), at]),
      );
      if (found === undefined) return undefined;
      const [tokenId, tokenName, named, expiresAt, lastUsed, personId, name, roles] = found;
      const scopes = named as string[];
      const holder: TokenHolder = {
        tokenId: String(tokenId),
        tokenName: String(tokenName),
        scopes,
        expiresAt: expiresAt as Date,
        person: {
          personId: String(personId),
          name: String(name),
          roles: withinScopes(knownRoles(roles as unknown[]), scopes),
        },
      };
      if (lastUsed === null || isSeenAnew(lastUsed as Date, at)) await usedAgain(holder, at);
      return holder;
    },
    async rests(secret) {
      if (!isAccessToken(secret)) return false;
      const found = await ground.read<IdentityTables, unknown[][]>(authority, (tx) =>
        tx.rows(RESTING, [authority, hashOfToken(secret), now()]),
      );
      return found.length > 0;
    },
  };
}
