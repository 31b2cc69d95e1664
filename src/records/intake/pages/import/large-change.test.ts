import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  NARROW,
  startBrowser,
  type TestBrowser,
} from '../../../../../tests/support/browser.ts';
import { fileOf, importFiles } from '../../../../../tests/support/import-files.ts';
import { PageObject } from '../../../../../tests/support/page-object.ts';
import {
  type RunningService,
  runningService,
} from '../../../../../tests/support/running-service.ts';
import { paths } from '../../../paths.ts';

const COSTS =
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective\n';
const costs = (children: number) =>
  COSTS +
  Array.from(
    { length: children },
    (_, child) => `A${child},2020-05-01,core,100,2020-05-01,,social_care,Oak,spot,A,3019\n`,
  ).join('');

describe.skipIf(!browserAvailable())('an import that would change much', () => {
  let browser: TestBrowser;
  let service: RunningService;

  beforeAll(async () => {
    service = await runningService();
    browser = await startBrowser();
    await importFiles(service.ground, 'E99', [fileOf('placement_costs.csv', costs(40))]);
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  test('waits for a word, and for none once that is said', async () => {
    const page = await (await lookingAt(browser, service.origin, { width: NARROW })).newPage();
    await page.goto(paths.newImport);
    await page.setInputFiles('#files', {
      name: 'placement_costs.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(costs(15)),
    });
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByRole('heading', { name: 'Import waits for your word' }).waitFor();
    const { pathname: path } = new URL(page.url());
    const heading = 'Import waits for your word';
    const title = `${heading} – Wellplaced – Wensbury Council`;
    await new PageObject(page, { path, title, heading }).visit();
    expect(await page.locator('main').textContent()).toContain('cost of a placement: 0 changed');
    await page.goto(paths.imports);
    expect(await page.locator('tbody tr').first().textContent()).toContain('Waits for a word');
    await page.goto(path);
    await page.getByRole('button', { name: 'Accept the change and import' }).click();
    await page.getByRole('heading', { name: 'Import complete' }).waitFor();
    await page.goto(path);
    expect(await page.locator('h1').textContent()).toBe('Import stopped');
    expect(await page.locator('main').textContent()).toContain('This import waits no longer');
    expect(await page.getByRole('button', { name: 'Accept the change' }).count()).toBe(0);
    await page.goto(paths.imports);
    expect(await page.locator('tbody').textContent()).not.toContain('Waits for a word');
    await page.context().close();
  });
});
