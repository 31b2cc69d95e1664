import type { FastifyInstance } from 'fastify';
import type { Ground } from '../../src/platform/database/ground.ts';
import type { TokenGate } from '../../src/platform/http/api/token-gate.ts';
import { buildServer } from '../../src/platform/http/server.ts';
import type { ServerSettings } from '../../src/platform/http/server-settings.ts';
import { type Role, withinScopes } from '../../src/platform/permission/roles.ts';
import { narrowed, PERMISSIONS } from '../../src/web/whole.ts';
import { TODAY } from './care-council.ts';
import { API_ROUTES, SCOPES } from './open-wings.ts';
import { signedInAs, TEST_PERSON_ID } from './signed-in.ts';

/** The secret that `tokenOf` takes; any other is no token. */
const SECRET = 'wellplaced_token-of-a-test';

/** A gate that knows one token, of a person of the role. How a token begins and ends has tests of its own. */
function tokenOf(role: Role, scopes: readonly string[] = SCOPES): TokenGate {
  const person = {
    personId: TEST_PERSON_ID,
    name: 'Amina Yusuf',
    roles: withinScopes([role], scopes),
  };
  const expiresAt = new Date('2021-09-01T00:00:00Z');
  const holder = { tokenId: `${role} ${scopes}`, tokenName: 'Power BI', scopes, expiresAt, person };
  return {
    holderOf: async (secret) => (secret === SECRET ? holder : undefined),
    rests: async () => false,
  };
}

/** The API over the care council, for a token of a person of the role. */
export function apiService(
  ground: Ground,
  role: Role,
  scopes?: readonly string[],
  more: Partial<ServerSettings> = {},
): Promise<FastifyInstance> {
  return buildServer({
    council: { code: 'A', name: 'Wensbury Council' },
    permissions: PERMISSIONS,
    gate: signedInAs(role),
    ground,
    narrowed: (whole, who) => narrowed(whole, who, new Date()),
    today: () => TODAY,
    now: () => new Date(),
    sections: [],
    routes: [],
    tokenGate: tokenOf(role, scopes),
    api: API_ROUTES,
    log: () => undefined,
    ...more,
  });
}

/** Asks the API with the token. */
export function ask(server: FastifyInstance, path: string, secret = SECRET) {
  const headers = { authorization: `Bearer ${secret}` };
  return server.inject({ url: `/api/v1${path}`, headers });
}
