import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { isoDate } from '../../src/core/plain-date.ts';
import { readConfiguration } from '../../src/platform/configuration/configuration.ts';
import type { Ground } from '../../src/platform/database/ground.ts';
import { formTokenOf } from '../../src/platform/http/form-token.ts';
import { addAccessToken } from '../../src/platform/identity/access-tokens/store.ts';
import type { IdentityTables } from '../../src/platform/identity/identity-tables.ts';
import { startSession } from '../../src/platform/identity/sessions.ts';
import { ROLES } from '../../src/platform/permission/roles.ts';
import { serve } from '../../src/web/serve.ts';
import { SCOPES } from './open-wings.ts';

/** What a service answered, its text as a reader sees it: a workbook's cells, anything else as it came. */
export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly location: string;
  readonly headers: Headers;
}

/** The whole service of one council, as `wellplaced serve` starts it, and somebody with every role. */
export interface ServedCouncil {
  readonly origin: string;
  /** A new session of that person: its secret. */
  signIn(): Promise<string>;
  /** A new access token of that person, for everything that a token may do: its secret. */
  makeToken(): Promise<string>;
  ask(path: string, session: string): Promise<Answered>;
  /** Asks the API with an access token. */
  askApi(path: string, token: string): Promise<Answered>;
  /** Sends a form; `token` is that of the session's own pages unless given. */
  send(
    path: string,
    session: string,
    fields: Readonly<Record<string, string>>,
    token?: string,
  ): Promise<Answered>;
  /** Any request of that session. */
  request(path: string, session: string, init: RequestInit): Promise<Answered>;
  stop(): Promise<void>;
}

export async function personWithEveryRole(ground: Ground, authority: string): Promise<string> {
  const acting = { authority, actor: 'set-up', reason: 'somebody with every role' };
  return ground.transaction<IdentityTables, string>(acting, async (tx) => {
    const { person_id: personId } = await tx.db
      .selectFrom('person')
      .select('person_id')
      .where('authority_id', '=', authority)
      .where('name', '=', 'Mei Tanaka')
      .executeTakeFirstOrThrow();
    const given = ROLES.map((role) => [personId, role, 'administrator', new Date()]);
    await tx.insertMany('person_role', ['person_id', 'role', 'given_by', 'given_at'], given);
    return personId;
  });
}

async function textOf(answer: Response): Promise<string> {
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (!(answer.headers.get('content-type') ?? '').includes('spreadsheet')) return bytes.toString();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  return JSON.stringify(workbook.worksheets.map((sheet) => sheet.getSheetValues()));
}

/** Serves the council from the ground, on 1 June 2021. */
export async function servedCouncil(
  ground: Ground,
  authority: string,
  log: 'warning' | 'silent' = 'silent',
): Promise<ServedCouncil> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'wellplaced-served-'));
  const configuration = readConfiguration({
    WELLPLACED_DATA: dataFolder,
    WELLPLACED_LOG: log,
    PORT: '0',
  });
  const now = () => new Date();
  const house = { configuration, ground, today: () => isoDate('2021-06-01'), now };
  const running = await serve(house, { authority, empty: true, say: () => undefined });
  const personId = await personWithEveryRole(ground, authority);

  async function request(path: string, session: string, init: RequestInit): Promise<Answered> {
    const answer = await fetch(running.address + path, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: `wellplaced-session=${session}` },
    });
    const location = answer.headers.get('location') ?? '';
    const { status, headers } = answer;
    return { status, text: await textOf(answer), location, headers };
  }

  return {
    origin: running.address,
    signIn() {
      const acting = { authority, actor: 'set-up', reason: 'signed in for a test' };
      return ground.transaction<IdentityTables, string>(acting, async (tx) => {
        const session = { personId, browser: 'a test', instead: undefined };
        return (await startSession(tx, session, now())).token;
      });
    },
    makeToken() {
      const acting = { authority, actor: 'set-up', reason: 'an access token for a test' };
      return ground.transaction<IdentityTables, string>(acting, async (tx) => {
        const asked = { personId, name: randomUUID(), scopes: SCOPES, days: 7 };
        return String(await addAccessToken(tx, asked, now()));
      });
    },
    ask: (path, session) => request(path, session, { method: 'GET' }),
    askApi: (path, token) =>
      request(`/api/v1${path}`, 'none', { headers: { authorization: `Bearer ${token}` } }),
    send: (path, session, fields, token = formTokenOf(session)) =>
      request(path, session, {
        method: 'POST',
        body: new URLSearchParams({ 'form-token': token, ...fields }),
      }),
    request,
    async stop() {
      await running.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
