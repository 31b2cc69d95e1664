import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** People whom the provider knows by their login, with the groups they are in. */
const PROVIDER_PEOPLE: Readonly<Record<string, object>> = {
  ada: { name: 'Ada Lovell', email: 'ada@alder.example', groups: ['placements', 'everyone'] },
  ben: { name: 'Ben Ogden', email: 'ben@alder.example', groups: ['everyone'] },
  ben2: { name: 'Ben Ogden', email: 'ben2@alder.example', groups: [] },
};

export const CLIENT = { clientId: 'wellplaced', clientSecret: 'a secret of the tests only' };

/** A real identity provider on this machine. */
export interface RunningProvider {
  readonly issuer: URL;
  stop(): Promise<void>;
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** A port that nothing listens on: each side must know the other's address before it starts. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a provider that lets people sign in for the service at `origin` with any password. */
export async function startProvider(origin: string): Promise<RunningProvider> {
  const server = createServer();
  const issuer = new URL(`http://localhost:${await listening(server)}`);
  const provider = new Provider(issuer.origin, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [`${origin}/sign-in/callback`],
        post_logout_redirect_uris: [`${origin}/sign-in`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    cookies: { keys: ['keys of the tests only'] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email'] },
    findAccount: (_context, login) => ({
      accountId: login,
      claims: async () => ({ sub: login, ...PROVIDER_PEOPLE[login] }),
    }),
  });
  server.on('request', provider.callback());
  return {
    issuer,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
