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
import { identityPaths } from '../../paths.ts';

const named = (path: string, heading: string, error = '') => ({
  path,
  title: `${error}${heading} – Wellplaced – Wensbury Council`,
  heading,
});
const list = named(identityPaths.accessTokens, 'Access tokens');
const made = named(identityPaths.accessTokens, 'Token made');

describe.skipIf(!browserAvailable())('the page of access tokens', () => {
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

  async function signedIn(name: string, looking: { width?: number; scripts?: boolean } = {}) {
    const page: Page = await (await lookingAt(browser, origin, looking)).newPage();
    await page.goto(list.path);
    await page.getByRole('button', { name: `Sign in as ${name}` }).click();
    await page.waitForURL(`${origin}${list.path}`);
    return page;
  }

  test('asks who is not signed in to sign in first', async () => {
    const page = await (await lookingAt(browser, origin)).newPage();
    const asked = named('/sign-in?return=%2Faccount%2Ftokens', 'Sign in to Wellplaced');
    await page.goto(list.path);
    await new PageObject(page, asked).check();
    await page.context().close();
  });

  test.each([
    ['a desk', { width: WIDE }],
    ['the narrowest screen, scripts off', { width: NARROW, scripts: false }],
  ])('makes a token, shows it once and revokes it on %s', async (_name, looking) => {
    const page = await signedIn('Owen Blackwood', looking);
    await new PageObject(page, list).check();
    await page.getByLabel('What it is for').fill('Power BI, placements dashboard');
    await page.getByLabel('see children').check();
    await page.getByLabel('How long it works').selectOption('30');
    await page.getByRole('button', { name: 'Make token' }).click();
    await page.getByRole('heading', { name: 'Token made' }).waitFor();
    await new PageObject(page, made).check();
    const secret = (await page.locator('code').textContent()) ?? '';
    expect(secret).toMatch(/^wellplaced_/);
    await page.getByRole('button', { name: 'Back to your tokens' }).click();
    await page.getByRole('button', { name: /Revoke the token Power BI/ }).waitFor();
    await new PageObject(page, list).check();
    const row = page.getByRole('row', { name: /Power BI/ });
    expect(await row.textContent()).toContain('22 December 2026 at 09:00');
    await page.getByRole('button', { name: /Revoke the token Power BI/ }).click();
    await page.getByText('You have no token that works.').waitFor();
    await new PageObject(page, list).check();
    await page.context().close();
  });

  test('copies the token by a button that says so, with the keyboard', async () => {
    const page = await signedIn('Ruth Adeyemi');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByLabel('What it is for').fill('a spreadsheet');
    await page.getByLabel('see definitions').focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Make token' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Copy token' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Copied', { exact: true }).waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toBe(await page.locator('code').textContent());
    await page.context().close();
  });

  test('says at the top what is wrong, and leads to the field', async () => {
    const page = await signedIn('Priya Nair');
    await page.getByRole('button', { name: 'Make token' }).click();
    await page.getByRole('alert').waitFor();
    await new PageObject(page, named(list.path, 'Access tokens', 'Error: ')).check();
    await page.getByRole('link', { name: /at least one thing/ }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('scopes');
    await page.context().close();
  });
});
