import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  NARROW,
  startBrowser,
  WIDE,
} from '../../tests/support/browser.ts';
import { newEmbeddedDatabase } from '../../tests/support/databases.ts';
import {
  Clock,
  DEMONSTRATION_COUNCIL,
  Visitor,
  withBothKindsOfCouncil,
} from '../../tests/support/identity-service.tsx';
import { API_ROUTES, SCOPES } from '../../tests/support/open-wings.ts';
import { PageObject } from '../../tests/support/page-object.ts';
import { isoDate } from '../core/plain-date.ts';
import { readConfiguration } from '../platform/configuration/configuration.ts';
import { embeddedEngine } from '../platform/database/embedded-engine.ts';
import type { Ground } from '../platform/database/ground.ts';
import { groundOn } from '../platform/database/open-ground.ts';
import { apiPaths } from '../platform/http/api/paths.ts';
import { buildServer } from '../platform/http/server.ts';
import { identityPaths } from '../platform/identity/paths.ts';
import { apiPagesOf } from './api.ts';
import { identityContextOf, identityRoutes, identitySettings } from './identity.ts';
import { ALL_MIGRATIONS, narrowed, PERMISSIONS } from './whole.ts';

describe('the API as it is served', () => {
  let ground: Ground;
  let server: FastifyInstance;
  let origin: string;
  const clock = new Clock();

  beforeAll(async () => {
    const engine = embeddedEngine(await newEmbeddedDatabase(ALL_MIGRATIONS), async () => undefined);
    ground = await groundOn(engine, ALL_MIGRATIONS);
    await withBothKindsOfCouncil(ground, clock);
    const today = () => isoDate('2026-11-22');
    const house = { configuration: readConfiguration({}), ground, now: clock.now, today };
    const identity = identityContextOf(house, SCOPES, { code: 'D1' });
    const pages = apiPagesOf(API_ROUTES, identity.origin);
    const { routes, openRoutes } = identityRoutes(identity);
    server = await buildServer({
      council: DEMONSTRATION_COUNCIL,
      ...identitySettings(house, identity, { code: 'D1' }),
      narrowed: (whole, person) => narrowed(whole, person, clock.now()),
      permissions: PERMISSIONS,
      ...{
        ground,
        today,
        now: clock.now,
        sections: [],
        openRoutes,
        api: API_ROUTES,
        log: () => undefined,
      },
      routes: [...routes, ...pages],
    });
    origin = await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(async () => {
    await server?.close();
    await ground?.close();
  });

  async function signedIn(name: string): Promise<Visitor> {
    const visitor = new Visitor(server);
    await visitor.signInAs(name);
    return visitor;
  }

  test('every scope only reads', () => {
    expect(SCOPES).toContain('see children');
    expect(SCOPES.filter((scope) => !scope.startsWith('see '))).toEqual([]);
  });

  test('takes a token that was made on the page until it is revoked', async () => {
    const visitor = await signedIn('Mei Tanaka');
    const token = await visitor.formToken();
    const fields = { name: 'Power BI', scopes: 'see imports', 'form-token': token };
    const { body } = await visitor.post(identityPaths.accessTokens, fields);
    const secret = /wellplaced_[\w-]{43}/.exec(body)?.[0];
    const headers = { authorization: `Bearer ${secret}` };
    const status = async (path: string) =>
      (await server.inject({ url: `/api/v1${path}`, headers })).statusCode;
    expect([await status('/imports'), await status('/children')]).toEqual([200, 403]);
    const list = (await visitor.get(identityPaths.accessTokens)).body;
    expect(list).not.toContain('Never');
    await visitor.post(identityPaths.revokeAccessToken, {
      token: /name="token" value="([^"]+)"/.exec(list)?.[1] ?? '',
      'form-token': token,
    });
    expect(await status('/imports')).toBe(401);
  });

  test('is documented for who is signed in, and for nobody else', async () => {
    const stranger = new Visitor(server);
    for (const path of [apiPaths.documentation, apiPaths.file]) {
      expect((await stranger.get(path)).statusCode).toBe(303);
    }
    const file = await (await signedIn('Nikhil Rao')).get(apiPaths.file);
    expect(file.headers['content-disposition']).toContain('wellplaced-openapi.json');
    expect(file.json().openapi).toBe('3.1.0');
  });

  describe.skipIf(!browserAvailable())('its page', () => {
    test.each([
      ['a desk', { width: WIDE }],
      ['the narrowest screen, scripts off', { width: NARROW, scripts: false }],
    ])('says what there is, with examples, on %s', async (_name, looking) => {
      const browser = await startBrowser();
      const page = await (await lookingAt(browser, origin, looking)).newPage();
      await page.goto(apiPaths.documentation);
      await page.getByRole('button', { name: 'Sign in as Priya Nair' }).click();
      await page.waitForURL(`${origin}${apiPaths.documentation}`);
      const heading = 'API for other systems';
      const title = `${heading} – Wellplaced – Wensbury Council`;
      const expected = { path: apiPaths.documentation, title, heading };
      await new PageObject(page, expected).check();
      const example = page.getByRole('region', { name: 'Example for Power Query' });
      expect(await example.textContent()).toContain('RelativePath = "api/v1/children"');
      expect(await page.locator('#listChildren').textContent()).toContain('/api/v1/children');
      await page.getByRole('link', { name: 'Access tokens' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(`${origin}${identityPaths.accessTokens}`);
      await browser.close();
    });
  });
});
