import type { FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  NARROW,
  startBrowser,
  type TestBrowser,
  WIDE,
} from '../../../../../tests/support/browser.ts';
import { ALL_MIGRATIONS, newEmbeddedDatabase } from '../../../../../tests/support/databases.ts';
import {
  Clock,
  DEMONSTRATION_COUNCIL,
  identityService,
  withBothKindsOfCouncil,
} from '../../../../../tests/support/identity-service.tsx';
import { PageObject } from '../../../../../tests/support/page-object.ts';
import { embeddedEngine } from '../../../database/embedded-engine.ts';
import type { Ground } from '../../../database/ground.ts';
import { groundOn } from '../../../database/open-ground.ts';

const named = (path: string, heading: string) => ({
  path,
  title: `${heading} – Wellplaced – Wensbury Council`,
  heading,
});
const signIn = (path = '/sign-in') => named(path, 'Sign in to Wellplaced');
const account = named('/account', 'Your account');

describe.skipIf(!browserAvailable())('the pages of signing in', () => {
  let ground: Ground;
  let browser: TestBrowser;
  let server: FastifyInstance;
  let origin: string;

  beforeAll(async () => {
    const engine = embeddedEngine(await newEmbeddedDatabase(ALL_MIGRATIONS), async () => undefined);
    ground = await groundOn(engine, ALL_MIGRATIONS);
    const clock = new Clock();
    await withBothKindsOfCouncil(ground, clock);
    server = await identityService(ground, DEMONSTRATION_COUNCIL, clock);
    origin = await server.listen({ port: 0, host: '127.0.0.1' });
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await ground?.close();
  });

  async function opened(looking: { width?: number; scripts?: boolean } = {}): Promise<Page> {
    return (await lookingAt(browser, origin, looking)).newPage();
  }

  test.each([
    ['a desk', { width: WIDE }],
    ['the narrowest screen, scripts off', { width: NARROW, scripts: false }],
  ])('lead to the page that was asked for, and out again, on %s', async (_name, looking) => {
    const page = await opened(looking);
    await page.goto('/account');
    await new PageObject(page, signIn('/sign-in?return=%2Faccount')).check();
    await page.getByRole('button', { name: 'Sign in as Priya Nair' }).click();
    await page.waitForURL(`${origin}/account`);
    await new PageObject(page, account).check();
    expect(await page.locator('header').textContent()).toContain('Priya Nair, Placements officer');
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.waitForURL(`${origin}/sign-in?signed-out=yes`);
    await new PageObject(page, signIn('/sign-in?signed-out=yes')).check();
    expect(await page.locator('.govuk-notification-banner').textContent()).toContain('signed out');
    await page.context().close();
  });

  test('can be used with the keyboard alone', async () => {
    const page = await opened();
    await new PageObject(page, signIn()).visit();
    await page.getByRole('button', { name: 'Sign in as Joan Blake' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${origin}/`);
    await page.goto('/account');
    await page.getByRole('button', { name: /End the session/ }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${origin}/sign-in?signed-out=yes`);
    await new PageObject(page, signIn('/sign-in?signed-out=yes')).check();
    await page.context().close();
  });

  test.each([
    ['a desk', { width: WIDE }],
    ['the narrowest screen, scripts off', { width: NARROW, scripts: false }],
  ])('show people and let their roles be given on %s', async (_name, looking) => {
    const page = await opened(looking);
    await page.goto('/people');
    await page.getByRole('button', { name: 'Sign in as Joan Blake' }).click();
    await page.waitForURL(`${origin}/people`);
    await new PageObject(page, named('/people', 'People')).check();
    const mapping = named('/people/roles-from-provider', 'Roles from the identity provider');
    await new PageObject(page, mapping).visit();
    await page.goto('/people');
    await page.getByRole('link', { name: 'Ruth Adeyemi' }).click();
    await page.getByRole('button', { name: 'Save roles' }).waitFor();
    const { pathname } = new URL(page.url());
    const person = named(pathname, 'Ruth Adeyemi');
    await new PageObject(page, person).check();
    await page.getByLabel('Auditor').check();
    await page.getByRole('button', { name: 'Save roles' }).click();
    await page.waitForURL(`${origin}${pathname}/roles`);
    const refused = { path: `${pathname}/roles`, title: `Error: ${person.title}` };
    await new PageObject(page, { ...person, ...refused }).check();
    expect(await page.getByLabel('Auditor').isChecked()).toBe(true);
    await page.getByRole('link', { name: /Enter the reason/ }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('reason');
    await page.context().close();
  });
});
