import type { FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  NARROW,
  startBrowser,
  WIDE,
} from '../../../../../tests/support/browser.ts';
import { newEmbeddedDatabase } from '../../../../../tests/support/databases.ts';
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
import { platformMigration } from '../../../database/platform-migration.ts';
import { identityMigration } from '../../identity-migration.ts';

const MIGRATIONS = [platformMigration, identityMigration];
const named = (path: string, heading: string) => ({
  path,
  title: `${heading} – Wellplaced – Wensbury Council`,
  heading,
});
const signIn = (path = '/sign-in') => named(path, 'Sign in to Wellplaced');
const account = named('/account', 'Your account');

describe.skipIf(!browserAvailable())('the pages of signing in', () => {
  let ground: Ground;
  let browser: Browser;
  let server: FastifyInstance;
  let origin: string;

  beforeAll(async () => {
    const engine = embeddedEngine(await newEmbeddedDatabase(MIGRATIONS), async () => undefined);
    ground = await groundOn(engine, MIGRATIONS);
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
});
