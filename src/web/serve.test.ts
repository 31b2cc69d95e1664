import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newEmbeddedDatabase } from '../../tests/support/databases.ts';
import { freePort } from '../../tests/support/identity-provider.ts';
import { addCouncil } from '../../tests/support/import-files.ts';
import { isoDate } from '../core/plain-date.ts';
import { readConfiguration } from '../platform/configuration/configuration.ts';
import { addOrChangeAuthority } from '../platform/database/authorities.ts';
import { embeddedEngine } from '../platform/database/embedded-engine.ts';
import { engineOf } from '../platform/database/engine.ts';
import type { Ground } from '../platform/database/ground.ts';
import { groundOn } from '../platform/database/open-ground.ts';
import { type RunningServer, serve } from './serve.ts';
import { ALL_MIGRATIONS } from './whole.ts';

let ground: Ground;
let running: RunningServer | undefined;
let said: string[];
let logged: string[];
let port: number;

beforeEach(async () => {
  const engine = embeddedEngine(await newEmbeddedDatabase(ALL_MIGRATIONS), async () => undefined);
  ground = await groundOn(engine, ALL_MIGRATIONS);
  said = [];
  logged = [];
  port = await freePort();
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    logged.push(String(line));
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await running?.stop();
  running = undefined;
  await ground.close();
});

async function started(environment: Record<string, string> = {}, authority?: string) {
  const configuration = readConfiguration({ PORT: String(port), ...environment });
  const house = {
    configuration,
    ground,
    today: () => isoDate('2021-06-01'),
    now: () => new Date(),
  };
  const say = (line: string) => void said.push(line);
  const options = { authority, empty: true, say, lookAgainMilliseconds: 20 };
  running = await serve(house, options);
  return running;
}

async function councils(...hostNames: (string | undefined)[]) {
  for (const [at, hostName] of hostNames.entries()) {
    const code = `N${at + 1}`;
    await addCouncil(ground, code);
    if (hostName !== undefined) await addOrChangeAuthority(ground, code, { hostName }, 'set-up');
  }
}

const provider = (ending: string) => ({
  [`WELLPLACED_OIDC_ISSUER${ending}`]: 'https://id.example',
  [`WELLPLACED_OIDC_CLIENT_ID${ending}`]: 'wellplaced',
  [`WELLPLACED_OIDC_CLIENT_SECRET${ending}`]: 'hush',
});

/** A link for the first person cannot be made for the council. */
function noLinkFor(council: string) {
  const transaction = ground.transaction.bind(ground);
  vi.spyOn(ground, 'transaction').mockImplementation((acting, work) =>
    acting.authority === council && acting.reason === 'link for the first person printed'
      ? Promise.reject(new Error('no room'))
      : transaction(acting, work),
  );
}

it('does not start with a provider of a council that there is not, and names its variables', async () => {
  await councils('alder.localhost', undefined);
  for (const authority of [undefined, 'N2']) {
    await expect(started(provider('_N_2'), authority)).rejects.toMatchObject({
      code: 'provider-of-no-council',
      message: expect.stringMatching(/ISSUER_N_2, WELLPLACED_OIDC_CLIENT_ID_N_2/),
      remedy: expect.stringContaining('N1, N2'),
    });
  }
  expect(said.join('\n')).not.toContain('/sign-in/first/');
});

it('does not start with one provider for two councils whose codes end a variable alike', async () => {
  await councils('alder.localhost');
  // As two councils stand there that were added before such codes were refused.
  await engineOf(ground).execute(
    `insert into authority_directory (authority_id, name, host_name)
     values ('n1', 'Like Council', 'like.localhost')`,
  );
  await expect(started(provider('_N1'))).rejects.toMatchObject({
    code: 'provider-of-two-councils',
    message: expect.stringMatching(/council n1|council N1/),
  });
});

it('signs a council that is served alone in by the provider named for its code', async () => {
  await councils(undefined);
  const { address } = await started(provider('_N1'));
  const page = await (await fetch(`${address}/sign-in`)).text();
  expect(page).toContain('Sign in with your council account');
});

it('says which councils it does not serve, and where each of the others is', async () => {
  await councils('alder.localhost', undefined, undefined);
  const { inWords } = await started();
  expect(said.filter((line) => line.includes('has no host name'))).toEqual([
    expect.stringMatching(/^Council N2 .* council N2 --host NAME/),
    expect.stringMatching(/^Council N3 .* council N3 --host NAME/),
  ]);
  expect(said).toContain(`Council N1 is at http://alder.localhost:${port}`);
  expect(inWords).toBe(
    'Wellplaced serves 1 council, each at its own address above and by no other name.',
  );
});

it('announces every other council when one cannot be announced, and logs which', async () => {
  await councils('alder.localhost', 'birch.localhost', 'cedar.localhost');
  noLinkFor('N2');
  await started();
  for (const name of ['alder', 'cedar']) {
    expect(said.join('\n')).toMatch(
      new RegExp(`open http://${name}\\.localhost:\\d+/sign-in/first`),
    );
  }
  expect(logged.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ event: 'council-not-served', council: 'N2' }),
  ]);
});

it('leaves no port open when it cannot start', async () => {
  await councils(undefined);
  noLinkFor('N1');
  await expect(started()).rejects.toThrow('no room');
  const other = createServer();
  await new Promise<void>((resolve, reject) => {
    other.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  expect((other.address() as AddressInfo).port).toBe(port);
  await new Promise((resolve) => other.close(resolve));
});

it('logs which council’s door cannot be opened, and serves the others', async () => {
  await councils('alder.localhost', 'birch.localhost');
  await addOrChangeAuthority(ground, 'N2', { brandColour: '#ffff00' }, 'set-up');
  await started();
  expect(said.filter((line) => / is at /.test(line))).toHaveLength(1);
  expect(JSON.parse(logged[0] ?? '')).toMatchObject({
    event: 'council-not-served',
    council: 'N2',
    error: expect.stringContaining('WellplacedError'),
  });
});

it('one council served alone is not shown at a name that became another’s', async () => {
  await councils(undefined, undefined);
  await started({ WELLPLACED_HOST_NAMES: 'birch.localhost' }, 'N1');
  const asked = (host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const sent = { host: '127.0.0.1', port, path: '/sign-in', headers: { host } };
      get(sent, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).on('error', reject);
    });
  expect(await asked('birch.localhost')).toBe(200);
  await addOrChangeAuthority(ground, 'N2', { hostName: 'birch.localhost' }, 'set-up');
  await vi.waitFor(async () => expect(await asked('birch.localhost')).toBe(421), {
    timeout: 10_000,
  });
  expect(await asked('localhost')).toBe(200);
  expect(said.filter((line) => line.startsWith('birch.localhost is the host name of'))).toEqual([
    'birch.localhost is the host name of Council N2 now, and leads no longer to N1.',
  ]);
  await addOrChangeAuthority(ground, 'N2', { hostName: null }, 'set-up');
  await vi.waitFor(async () => expect(await asked('birch.localhost')).toBe(200), {
    timeout: 10_000,
  });
});
