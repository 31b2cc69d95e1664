import type { FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  startBrowser,
  type TestBrowser,
} from '../../../../tests/support/browser.ts';
import { ALL_MIGRATIONS, newEmbeddedDatabase } from '../../../../tests/support/databases.ts';
import {
  CLIENT,
  freePort,
  type RunningProvider,
  startProvider,
} from '../../../../tests/support/identity-provider.ts';
import {
  Clock,
  identityService,
  REAL_COUNCIL,
  Visitor,
  withBothKindsOfCouncil,
} from '../../../../tests/support/identity-service.tsx';
import { embeddedEngine } from '../../database/embedded-engine.ts';
import type { Ground } from '../../database/ground.ts';
import { groundOn } from '../../database/open-ground.ts';
import { newFirstPersonLink } from '../first-person/link.ts';
import { identityPaths } from '../paths.ts';
import { type Provider, providerOf } from './provider.ts';

describe('signing in at a real identity provider', () => {
  const clock = new Clock();
  let ground: Ground;
  let running: RunningProvider;
  let provider: Provider;
  let server: FastifyInstance;
  let browser: TestBrowser | undefined;
  let origin: string;

  beforeAll(async () => {
    const engine = embeddedEngine(await newEmbeddedDatabase(ALL_MIGRATIONS), async () => undefined);
    ground = await groundOn(engine, ALL_MIGRATIONS);
    await withBothKindsOfCouncil(ground, clock);
    const port = await freePort();
    origin = `http://localhost:${port}`;
    running = await startProvider(origin);
    provider = providerOf({
      issuer: running.issuer,
      ...CLIENT,
      rolesClaim: 'groups',
      scopes: 'openid profile email',
      callback: new URL(identityPaths.callback, origin),
    });
    server = await identityService(ground, REAL_COUNCIL, clock, {
      identity: { provider, origin: new URL(origin) },
      formTargets: () => [running.issuer.origin],
    });
    await server.listen({ port, host: '127.0.0.1' });
    if (browserAvailable()) browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await running?.stop();
    await ground?.close();
  });

  async function opened(): Promise<Page> {
    if (browser === undefined) throw new Error('there is no browser');
    return (await lookingAt(browser, origin)).newPage();
  }

  /** Signs in on the provider's own pages. */
  async function atProvider(page: Page, login: string): Promise<void> {
    await page.locator('input[name=login]').fill(login);
    await page.locator('input[name=password]').fill('any');
    await page.locator('button[type=submit]').click();
    await page.getByRole('button', { name: 'Continue' }).click();
  }

  async function signIn(login: string, path = '/account'): Promise<Page> {
    const page = await opened();
    await page.goto(path);
    await page.getByRole('button', { name: 'Sign in with your council account' }).click();
    await atProvider(page, login);
    await page.waitForURL(`${origin}${path}`);
    return page;
  }

  const headerOf = (page: Page) => page.locator('header').textContent();

  describe.skipIf(!browserAvailable())('in a browser', () => {
    test('what is known of it is known still where people come back to another address', async () => {
      const first = providerOf({
        issuer: running.issuer,
        ...CLIENT,
        rolesClaim: 'groups',
        scopes: 'openid',
        callback: new URL(identityPaths.callback, origin),
      });
      expect(first.signOutOrigin()).toBeUndefined();
      await first.begin('/');
      expect(first.signOutOrigin()).toBe(running.issuer.origin);
      const moved = first.at(new URL('https://elder.example/sign-in/callback'));
      expect(moved.signOutOrigin()).toBe(running.issuer.origin);
      const { to } = await moved.begin('/');
      expect(to.searchParams.get('redirect_uri')).toBe('https://elder.example/sign-in/callback');
    });

    test('makes the first person administrator by the printed link, once', async () => {
      const link = identityPaths.firstPerson(await newFirstPersonLink(ground, 'R1', clock.now()));
      const page = await opened();
      await page.goto(link);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await atProvider(page, 'ben');
      await page.waitForURL(`${origin}/`);
      expect(await headerOf(page)).toContain('Ben Ogden, Administrator');
      expect((await page.goto(link))?.status()).toBe(404);
      await page.goto('/people/roles-from-provider');
      await page.getByLabel('Group or role, as the provider names it').fill('placements');
      await page.getByLabel('Role that it gives').selectOption('Placements officer');
      await page.getByRole('button', { name: 'Add' }).click();
      await page.getByRole('button', { name: 'Withdraw Placements officer' }).waitFor();
      await page.getByLabel('Group or role, as the provider names it').fill('everyone');
      await page.getByLabel('Role that it gives').selectOption('Data officer');
      await page.getByRole('button', { name: 'Add' }).click();
      await page.getByText('You are in everyone yourself').waitFor();
      await page.context().close();
    });

    test('gives the roles of the groups, leads back, and signs out at the provider too', async () => {
      const page = await signIn('ada', '/children/4711');
      expect(await page.locator('h1').textContent()).toBe('Seen by Ada Lovell');
      expect(await headerOf(page)).toContain('Ada Lovell, Placements officer');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('button', { name: 'Yes, sign me out' }).click();
      await page.waitForURL(`${origin}/sign-in**`);
      await page.getByRole('button', { name: 'Sign in with your council account' }).click();
      await page.locator('input[name=login]').waitFor();
      await page.context().close();
    });

    test('tells two people of one name apart, and says to one without a role who can give one', async () => {
      const page = await signIn('ben2');
      expect(await headerOf(page)).toContain('Ben Ogden (ben2@alder.example), no role yet');
      expect((await page.goto('/children/4711'))?.status()).toBe(403);
      const refusal = await page.locator('main').textContent();
      expect(refusal).toContain('you have no role yet');
      expect(refusal).toContain('who can give you a role: Ben Ogden.');
      await page.context().close();
    });
  });

  test('sends to the provider with a proof key, a state and a nonce of its own each time', async () => {
    const answers = await Promise.all(
      [1, 2].map(() => new Visitor(server).get('/sign-in/council?return=/report')),
    );
    const [one, two] = answers.map((each) => new URL(String(each.headers.location)).searchParams);
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one?.get(name)).toMatch(/^[\w-]{20,}$/);
      expect(one?.get(name)).not.toBe(two?.get(name));
    }
    expect(one?.get('code_challenge_method')).toBe('S256');
    expect(String(answers[0]?.headers['set-cookie'])).toMatch(
      /^wellplaced-sign-in=[\w-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  test('takes no answer but to the attempt of this very browser', async () => {
    const visitor = new Visitor(server);
    expect((await visitor.get('/sign-in/callback?code=x&state=y')).statusCode).toBe(400);
    await visitor.get('/sign-in/council');
    for (const query of ['code=x&state=forged', 'error=access_denied', 'code=x', '']) {
      const answer = await visitor.get(`/sign-in/callback?${query}`);
      expect([answer.statusCode, visitor.cookies.has('wellplaced-session')]).toEqual([409, false]);
    }
    visitor.cookies.set('wellplaced-sign-in', 'forged');
    expect((await visitor.get('/sign-in/callback?code=x&state=y')).statusCode).toBe(400);
  });

  test('follows no address elsewhere afterwards', async () => {
    const visitor = new Visitor(server);
    await visitor.get('/sign-in/council?return=//elsewhere.example');
    const cookie = visitor.cookies.get('wellplaced-sign-in') ?? '';
    const attempt = JSON.parse(Buffer.from(cookie, 'base64url').toString());
    expect(attempt.returnTo).toBe('/');
  });

  test('says so when the provider does not answer, and asks it again the next time', async () => {
    const settings = { ...CLIENT, rolesClaim: 'groups', scopes: 'openid' };
    const callback = new URL(identityPaths.callback, origin);
    const nobody = providerOf({ ...settings, issuer: new URL('http://localhost:9'), callback });
    for (const _attempt of [1, 2]) {
      await expect(nobody.begin('/')).rejects.toMatchObject({ code: 'provider-unavailable' });
    }
  });
});
