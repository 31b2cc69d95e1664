import { mkdtemp, rm } from 'node:fs/promises';
import { type IncomingHttpHeaders, request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { isoDate } from '../../src/core/plain-date.ts';
import { readConfiguration } from '../../src/platform/configuration/configuration.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import { addAccessToken } from '../../src/platform/identity/access-tokens/store.ts';
import type { IdentityTables } from '../../src/platform/identity/identity-tables.ts';
import { startSession } from '../../src/platform/identity/sessions.ts';
import { type ServeOptions, serve } from '../../src/web/serve.ts';
import { freePort } from './identity-provider.ts';
import { SCOPES } from './open-wings.ts';
import { personWithEveryRole } from './served-council.ts';

/** What is sent besides the path. */
export interface Sent {
  readonly session?: string;
  readonly token?: string;
  /** A form's fields; it is then a POST. */
  readonly form?: Readonly<Record<string, string>>;
}

/** What came back. */
export interface CameBack {
  readonly status: number;
  readonly text: string;
  readonly location: string;
  readonly headers: IncomingHttpHeaders;
}

/** The service of every council of a database that has a host name, in one process. */
export interface ServedCouncils {
  /** What it said when it started, and since. */
  readonly said: readonly string[];
  readonly port: number;
  readonly inWords: string;
  /** Asks by a host name. */
  ask(host: string, path: string, sent?: Sent): Promise<CameBack>;
  stop(): Promise<void>;
}

/** Serves them from the ground, on 1 June 2021. */
export async function servedCouncils(
  ground: Ground,
  options: Partial<ServeOptions> = {},
): Promise<ServedCouncils> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'wellplaced-councils-'));
  const port = await freePort();
  const configuration = readConfiguration({
    WELLPLACED_DATA: dataFolder,
    WELLPLACED_LOG: 'silent',
    PORT: String(port),
  });
  const house = {
    configuration,
    ground,
    today: () => isoDate('2021-06-01'),
    now: () => new Date(),
  };
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const running = await serve(house, { authority: undefined, empty: true, say, ...options });
  return {
    said,
    port,
    inWords: running.inWords,
    ask(host, path, { session, token, form } = {}) {
      const headers: Record<string, string> = { host };
      if (session !== undefined) headers.cookie = `wellplaced-session=${session}`;
      if (token !== undefined) headers.authorization = `Bearer ${token}`;
      const body = form === undefined ? undefined : String(new URLSearchParams(form));
      if (body !== undefined) headers['content-type'] = 'application/x-www-form-urlencoded';
      const method = body === undefined ? 'GET' : 'POST';
      return new Promise((resolve, reject) => {
        const asked = send(running.address + path, { method, headers }, (answer) => {
          const { statusCode: status = 0, headers: got } = answer;
          text(answer).then(
            (read) => resolve({ status, text: read, location: got.location ?? '', headers: got }),
            reject,
          );
        });
        asked.on('error', reject).end(body);
      });
    },
    async stop() {
      await running.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Somebody with every role in a council: a session of theirs, and an access token for everything. */
export async function keysOf(ground: Ground, authority: string) {
  const personId = await personWithEveryRole(ground, authority);
  const acting = { authority, actor: 'set-up', reason: 'keys for a test' };
  return ground.transaction<IdentityTables, { session: string; token: string; personId: string }>(
    acting,
    async (tx) => {
      const asked = { personId, name: 'a test', scopes: SCOPES, days: 7 };
      const begun = { personId, browser: 'a test', instead: undefined };
      const { token: session } = await startSession(tx, begun, new Date());
      return { session, token: String(await addAccessToken(tx, asked, new Date())), personId };
    },
  );
}
