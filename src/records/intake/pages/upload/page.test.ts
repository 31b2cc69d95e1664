import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  type RunningService,
  runningService,
} from '../../../../../tests/support/running-service.ts';
import { paths } from '../../../paths.ts';

const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,1,01/02/2010,WBRI,,,\n';
const UPLOAD = {
  path: paths.newImport,
  title: 'Import files – Wellplaced – Wensbury Council',
  heading: 'Import files',
};

describe.skipIf(!browserAvailable())('the upload page', () => {
  let browser: TestBrowser;
  let service: RunningService;
  let folder: string;

  beforeAll(async () => {
    service = await runningService();
    browser = await startBrowser();
    folder = await mkdtemp(join(tmpdir(), 'wellplaced-returns-'));
    await mkdir(join(folder, '2019'));
    await writeFile(join(folder, '2019', 'header.csv'), HEADER);
    await writeFile(join(folder, '.hidden'), 'of the system');
    await writeFile(join(folder, 'Thumbs.db'), 'of the system');
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
    await rm(folder, { recursive: true });
  });

  async function visited(looking: { width?: number; scripts?: boolean } = {}): Promise<Page> {
    const page = await (await lookingAt(browser, service.origin, looking)).newPage();
    expect(await new PageObject(page, UPLOAD).visit()).toBe(200);
    return page;
  }

  test('is refused to who may not import, as are uploads', async () => {
    const origin = await service.asRole('Commissioning manager');
    const page = await (await lookingAt(browser, origin)).newPage();
    const heading = 'You cannot see this page';
    const title = `${heading} – Wellplaced – Wensbury Council`;
    expect(await new PageObject(page, { ...UPLOAD, title, heading }).visit()).toBe(403);
    const sent = await page.request.post(paths.newImport, { multipart: { reason: 'a test' } });
    expect(sent.status()).toBe(403);
    expect((await page.goto(paths.exampleFile('payments')))?.status()).toBe(403);
    await page.context().close();
  });

  test('is accessible at any width, without scripts too, and keyboard alone reaches its button', async () => {
    for (const looking of [{}, { width: NARROW }, { scripts: false }]) {
      const page = await visited(looking);
      await page.getByLabel('Why are these files imported?').focus();
      for (const _field of ['extent', 'files', 'folder', 'button'])
        await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Import');
      await page.context().close();
    }
  });

  test('says what is missing, at the top and beside the field, and keeps what was typed', async () => {
    const page = await visited();
    expect(await page.getByLabel('Why are these').inputValue()).toBe('weekly extract');
    await page.getByLabel('Why are these').fill('late corrections');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await new PageObject(page, { ...UPLOAD, title: `Error: ${UPLOAD.title}` }).check();
    await page.getByRole('link', { name: 'Choose at least one file, or a folder.' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('files');
    expect(await page.locator('#files-error').textContent()).toContain('Choose at least one file');
    expect(await page.getByLabel('Why are these').inputValue()).toBe('late corrections');

    await page.getByLabel('Why are these').fill(' ');
    await page.setInputFiles('#files', join(folder, '2019', 'header.csv'));
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    expect(await page.locator('.govuk-error-summary').textContent()).toContain('Enter why these');
    await page.context().close();
  });

  test('takes a whole folder, with the years its folders name and without the system’s files', async () => {
    const page = await visited({ scripts: false });
    await page.setInputFiles('#folder', folder);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.waitForURL(/\/imports\/[0-9a-f-]{12,}$/);
    const heading = page.locator('h1');
    while (/^(?:Import in progress|Import waiting)$/.test((await heading.textContent()) ?? '')) {
      await page.reload();
    }
    expect(await heading.textContent()).toBe('Import complete');
    const table = page.getByRole('table', { name: 'Files', exact: true });
    expect(await table.getByRole('row').count()).toBe(2);
    expect(await table.textContent()).toMatch(/2019\/header\.csv\s*Children\s*2019 return/);
    await page.context().close();
  });

  test('takes a file larger than any form may be', async () => {
    const page = await visited();
    const note = 'x'.repeat(4_000);
    const rows = Array.from(
      { length: 600 },
      (_, at) => `AB${at} 1AA,E06000099,${at},${at},${note}\n`,
    );
    const buffer = Buffer.from(`postcode,district,easting,northing,note\n${rows.join('')}`);
    expect(buffer.length).toBeGreaterThan(2 ** 21);
    await page.setInputFiles('#files', { name: 'postcodes.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.waitForURL(/\/imports\/[0-9a-f-]{12,}$/);
    await page.locator('progress').waitFor({ state: 'detached' });
    expect(await page.locator('main').textContent()).toMatch(
      /postcodes\.csv.*Postcode directory\s*600/,
    );
    await page.context().close();
  });

  test('gives an empty example of each layout', async () => {
    const page = await visited();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Empty CSV of Budgets' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('budgets.csv');
    expect((await page.goto(paths.exampleFile('nothing')))?.status()).toBe(404);
    await page.context().close();
  });
});
