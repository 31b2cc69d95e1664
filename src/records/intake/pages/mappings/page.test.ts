import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  NARROW,
  startBrowser,
  type TestBrowser,
} from '../../../../../tests/support/browser.ts';
import { PageObject } from '../../../../../tests/support/page-object.ts';
import {
  importThroughPages,
  type RunningService,
  runningService,
} from '../../../../../tests/support/running-service.ts';
import { paths } from '../../../paths.ts';

const EXTRACT = [
  'Person ID,Placed,Kind,Weekly cost,Start,Paid by,Notes',
  '1001,04/30/2020,Residential,"1,450.50",04/30/2020,Social care,x',
  '1002,05/02/2020,Teaching,300,05/02/2020,Schools,',
].join('\n');

function titled(heading: string) {
  return { title: `${heading} – Wellplaced – Wensbury Council`, heading };
}

async function problemsOn(page: Page): Promise<string[]> {
  const said = await page.locator('.govuk-error-summary li').allTextContents();
  return said.map((one) => one.trim());
}

describe.skipIf(!browserAvailable())('mapping columns', () => {
  let browser: TestBrowser;
  let service: RunningService;

  beforeAll(async () => {
    service = await runningService();
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  async function opened(looking: { width?: number; scripts?: boolean } = {}): Promise<Page> {
    return (await lookingAt(browser, service.origin, looking)).newPage();
  }

  test('takes a file of the council’s own layout from its refusal to its rows', async () => {
    const page = await opened();
    const path = await importThroughPages(page, { 'extract.csv': EXTRACT });
    await new PageObject(page, { path, ...titled('Import refused') }).check();
    await page.getByRole('link', { name: 'Map its columns of extract.csv' }).click();
    const map = { path: `${path}/files/0/columns`, ...titled('Map the columns of a file') };
    await new PageObject(page, map).check();
    expect(await page.getByRole('table', { name: 'First rows of' }).textContent()).toContain(
      '1,450.50',
    );

    await page.getByRole('button', { name: 'Continue' }).click();
    const form = { ...map, path: `${map.path}?kind=placement_costs` };
    await new PageObject(page, form).check();
    expect(await page.getByLabel('Column for CHILD_ID').inputValue()).toBe('Person ID');
    await page.getByLabel('Column for FROM').selectOption('');
    await page.getByRole('button', { name: 'Save this layout' }).click();
    await new PageObject(page, {
      ...form,
      title: `Error: ${form.title}`,
    }).check();
    await page.getByRole('link', { name: 'Say where FROM comes from' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('column-FROM');
    expect(await problemsOn(page)).toEqual([
      'Enter a name for this layout',
      'Say where FROM comes from',
    ]);

    await page.getByLabel('Column for FROM').selectOption('Start');
    await page.getByRole('button', { name: 'Preview' }).click();
    expect(await page.locator('#preview').textContent()).toContain('2 would be rejected');
    expect(await page.getByLabel('Month first').isChecked()).toBe(true);
    await page.getByText('Values of ELEMENT that').click();
    await page.locator('#values-ELEMENT').fill('Residential = core\nTeaching = education');
    await page.getByText('Values of FUNDER that').click();
    await page.locator('#values-FUNDER').fill('Social care = social_care\nSchools = education');
    await page.getByRole('button', { name: 'Preview' }).click();
    const preview = await page.locator('#preview').textContent();
    expect(preview).toContain('All of the first 2 rows would be accepted');
    expect(preview).toContain('Columns that are read past: Notes');
    await new PageObject(page, form).check();

    await page.getByLabel('Name of this layout').fill('Weekly extract');
    await page.getByRole('button', { name: 'Save this layout' }).click();
    expect(await page.locator('#refused').textContent()).toContain('now known as Weekly extract');
    await page.getByRole('button', { name: 'Import again with the saved layout' }).click();
    await page.waitForURL((address) => address.pathname !== path);
    await page.locator('progress').waitFor({ state: 'detached' });
    expect(await page.locator('h1').textContent()).toBe('Import complete');
    const files = await page.getByRole('table', { name: 'Files', exact: true }).textContent();
    expect(files).toMatch(/extract\.csv\s*1 column read past: Notes\s*Placement costs\s*2\s*2\s*0/);

    await importThroughPages(page, { 'next week.csv': EXTRACT });
    expect(await page.locator('main').textContent()).toContain('this import changed nothing');
    await page.context().close();
  });

  test('keeps layouts, renames them and deletes them, at any width and without scripts', async () => {
    for (const looking of [{ width: NARROW }, { scripts: false }]) {
      const page = await opened(looking);
      const list = { path: paths.mappings, ...titled('Saved column layouts') };
      expect(await new PageObject(page, list).visit()).toBe(200);
      const layout = {
        path: `${paths.mappings}/layout?name=Weekly+extract`,
        ...titled('A saved column layout'),
      };
      await page.getByRole('link', { name: 'Weekly extract' }).click();
      await new PageObject(page, layout).check();
      await page.context().close();
    }
    const page = await opened();
    await page.goto(paths.mapping('Weekly extract'));
    await page.getByLabel('Name of this layout').fill('');
    await page.getByLabel('Only what is new or changed').check();
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await problemsOn(page)).toEqual(['Enter a name for this layout']);
    await page.getByLabel('Name of this layout').fill('ContrOCC');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await page.locator('.wellplaced-caption').textContent()).toBe('ContrOCC');
    expect(await page.getByLabel('Only what is new or changed').isChecked()).toBe(true);
    // One of its two costs is gone from it, and stands all the same.
    await importThroughPages(page, { 'extract.csv': EXTRACT.split('\n').slice(0, 2).join('\n') });
    const withdrawn = page.locator('.wellplaced-figures__item', { hasText: /^Withdrawn/ });
    expect(await withdrawn.locator('dd').first().textContent()).toContain('0');
    await page.goto(paths.mapping('ContrOCC'));
    await page.getByRole('button', { name: 'Delete this layout' }).click();
    expect(await page.locator('main').textContent()).toContain('No layout has been mapped yet');
    expect((await page.goto(paths.mapping('ContrOCC')))?.status()).toBe(404);
    await importThroughPages(page, { 'extract.csv': EXTRACT });
    expect(await page.locator('h1').textContent()).toBe('Import refused');
    await page.context().close();
  });
});
