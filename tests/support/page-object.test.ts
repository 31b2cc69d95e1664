import type { FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentTitle } from '../../src/platform/components/layout.tsx';
import {
  browserAvailable,
  lookingAt,
  NARROW,
  startBrowser,
  type TestBrowser,
  WIDE,
} from './browser.ts';
import { exampleService } from './example-service.tsx';
import { accessibilityFaults, PageObject } from './page-object.ts';

const COUNCIL = 'Wensbury Council';
const report = {
  path: '/report',
  title: documentTitle({ title: 'Weekly placements report' }, COUNCIL),
  heading: 'Weekly placements report',
};
const form = {
  path: '/form',
  title: documentTitle({ title: 'Add a rate' }, COUNCIL),
  heading: 'Add a rate',
};

describe.skipIf(!browserAvailable())('every page', () => {
  let browser: TestBrowser;
  let server: FastifyInstance;
  let origin: string;

  beforeAll(async () => {
    ({ server } = await exampleService());
    origin = await server.listen({ port: 0, host: '127.0.0.1' });
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function opened(looking: { width?: number; scripts?: boolean }): Promise<Page> {
    return (await lookingAt(browser, origin, looking)).newPage();
  }

  test.each([
    ['a desk', { width: WIDE }],
    ['the narrowest screen', { width: NARROW }],
    ['scripts off', { scripts: false }],
    ['the narrowest screen, scripts off', { width: NARROW, scripts: false }],
  ])('is accessible and does not scroll sideways on %s', async (_name, looking) => {
    const page = await opened(looking);
    expect(await new PageObject(page, report).visit()).toBe(200);
    expect(await new PageObject(page, form).visit()).toBe(200);
    await page.context().close();
  });

  test('says who is signed in and which council this is', async () => {
    const page = await opened({});
    await new PageObject(page, report).visit();
    const header = await page.locator('header').textContent();
    expect(header).toContain('Amina Yusuf, Data officer');
    expect(header).toContain('Wensbury Council');
    expect(await page.locator('nav[aria-label="Main"] li').allInnerTexts()).toEqual([
      'Home',
      'Records',
      'Reports',
    ]);
    expect(await page.locator('[aria-current="true"]').textContent()).toContain('Reports');
  });

  test('offers the keyboard a way past the navigation first', async () => {
    const page = await opened({});
    await new PageObject(page, form).visit();
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main-content');
  });

  test('shows all that is wrong with a form, keeps what was typed, and leads to the field', async () => {
    const page = await opened({});
    await new PageObject(page, form).visit();
    await page.getByLabel('Weekly rate').fill('a lot');
    await page.getByRole('button', { name: 'Save' }).click();
    await new PageObject(page, { ...form, title: `Error: ${form.title}` }).check();
    const links = page.locator('.govuk-error-summary a');
    expect(await links.allInnerTexts()).toEqual([
      'Enter the name of the provider',
      'Enter the weekly rate in pounds, such as 1450.00',
    ]);
    expect(await page.getByLabel('Weekly rate').inputValue()).toBe('a lot');
    await links.nth(1).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('rate');
  });

  test('prints without navigation, filters or links’ addresses', async () => {
    const page = await opened({});
    await new PageObject(page, report).visit();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav[aria-label="Main"]').isVisible()).toBe(false);
    expect(await page.locator('.wellplaced-filter').isVisible()).toBe(false);
    expect(
      await page.evaluate(
        "[...document.querySelectorAll('main a')].map((link) => getComputedStyle(link, '::after').content).filter((content) => content.includes('/'))",
      ),
    ).toEqual([]);
    expect((await page.pdf({ format: 'A4', tagged: true })).length).toBeGreaterThan(10_000);
  });

  test.each([
    ['/nowhere', 404, 'Page not found'],
    ['/broken', 500, 'Sorry, there is a problem with the service'],
    ['/busy', 409, 'This could not be done'],
  ])('that says something went wrong is a page as well: %s', async (path, status, heading) => {
    const page = await opened({ width: NARROW });
    const title = `${heading} – Wellplaced – Wensbury Council`;
    expect(await new PageObject(page, { path, title, heading }).visit()).toBe(status);
    await page.context().close();
  });

  test('is faulted when it is not accessible', async () => {
    const page = await opened({});
    await page.setContent('<html lang="en"><title>x</title><main><img src="x.png"></main></html>');
    expect((await accessibilityFaults(page)).join()).toContain('image-alt');
  });
});
