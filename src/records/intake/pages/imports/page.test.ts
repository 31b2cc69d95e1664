import type { Page } from 'playwright-core';
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

const BUDGET = 'financial_year,cost_centre,subjective,annual_amount,profile\n';

function titled(heading: string) {
  return { title: `${heading} – Wellplaced – Wensbury Council`, heading };
}

describe.skipIf(!browserAvailable())('the list of imports and the log of repairs', () => {
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

  async function visited(
    path: string,
    heading: string,
    looking: { width?: number; scripts?: boolean } = {},
  ): Promise<Page> {
    const page = await (await lookingAt(browser, service.origin, looking)).newPage();
    expect(await new PageObject(page, { path, ...titled(heading) }).visit()).toBe(200);
    return page;
  }

  test('is refused to who may not see imports', async () => {
    const origin = await service.asRole('Finance business partner');
    const page = await (await lookingAt(browser, origin)).newPage();
    for (const path of [paths.imports, paths.importsFile('csv'), '/imports/x/repairs/file/csv']) {
      const refused = { path, ...titled('You cannot see this page') };
      expect(await new PageObject(page, refused).visit()).toBe(403);
    }
    await page.context().close();
  });

  test('can be read by who may not import, who is offered nothing to change', async () => {
    const origin = await service.asRole('Auditor');
    const page = await (await lookingAt(browser, origin)).newPage();
    await new PageObject(page, { path: paths.imports, ...titled('Imports') }).visit();
    expect(await page.getByRole('button', { name: 'Import files' }).count()).toBe(0);
    expect((await page.goto(paths.newImport))?.status()).toBe(403);
    await page.context().close();
  });

  test('says where to start while there is nothing', async () => {
    const page = await visited(paths.imports, 'Imports');
    expect(await page.locator('main').textContent()).toContain('Nothing has been imported yet');
    await page.getByRole('button', { name: 'Import files' }).click();
    await new PageObject(page, { path: paths.newImport, ...titled('Import files') }).check();
    await page.context().close();
  });

  test('lists imports newest first, a page at a time, found by file and by status', async () => {
    for (let number = 1; number <= 22; number += 1) {
      const row = `2020-21,CC${number},S1,100.00,${number === 3 ? 'never' : 'equal'}\n`;
      await importFiles(service.ground, 'E99', [fileOf(`week_${number}/100%.csv`, BUDGET + row)]);
    }
    await importFiles(service.ground, 'E99', [fileOf('letter.pdf', '%PDF-1.7')]);
    const page = await visited(paths.imports, 'Imports');
    const rows = page.getByRole('table').getByRole('row');
    expect(await rows.count()).toBe(21);
    expect(await rows.nth(1).textContent()).toMatch(/letter\.pdf.*Refused/s);
    expect(await rows.nth(2).textContent()).toMatch(/week_22\/100%\.csv.*Budgets.*Complete\s*1/s);
    await page.getByRole('link', { name: 'Page 2' }).click();
    expect(await rows.count()).toBe(4);

    await page.getByLabel('File or folder name').fill('100%');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    expect(await page.getByRole('status').textContent()).toContain('22 imports');
    await page.getByLabel('File or folder name').fill('week_3/');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    expect(await rows.count()).toBe(2);
    expect(await rows.nth(1).getByRole('link', { name: 'rows rejected' }).textContent()).toMatch(
      /^1/,
    );
    await page.getByRole('link', { name: 'Clear filters' }).click();
    await page.getByLabel('Status').selectOption('refused');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    expect(await rows.count()).toBe(2);
    await page.goto(`${paths.imports}?status=odd`);
    expect(await page.locator('.govuk-error-summary').textContent()).toContain('Choose a status');
    await page.context().close();
    for (const looking of [{ width: NARROW }, { scripts: false }]) {
      await (await visited(paths.imports, 'Imports', looking)).context().close();
    }
  });

  test('comes as a file too', async () => {
    const csv = await fetch(`${service.origin}${paths.importsFile('csv')}?status=refused`);
    expect(await csv.text()).toMatch(/When,Who,Why[^\n]*\n[^\n]*letter\.pdf[^\n]*\r\n$/);
    const xlsx = await fetch(`${service.origin}${paths.importsFile('xlsx')}`);
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect((await fetch(`${service.origin}/imports/file/pdf`)).status).toBe(404);
  });

  test('shows what the rules of history changed, before and after, by rule and by child', async () => {
    const header = (year: number, dob: string) =>
      fileOf(
        `${year}/header.csv`,
        `CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,1,${dob},WBRI,,,\n22,2,03/04/2012,BAFR,,,\n`,
      );
    const episodes = (year: number, rows: string) =>
      fileOf(
        `${year}/episodes.csv`,
        `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n${rows}`,
      );
    const { importId } = await importFiles(service.ground, 'E99', [
      header(2019, '01/02/2010'),
      header(2020, '11/02/2010'),
      episodes(2019, '22,01/05/2018,S,V2,N1,U6,PR4,,,,,,\n'),
      episodes(2020, '22,01/05/2018,S,V2,N1,U6,PR4,10/06/2019,E4A,,,,\n'),
    ]);
    const path = paths.repairs(importId);
    const page = await visited(path, 'Repairs made by an import');
    const log = page.getByRole('table', { name: 'Repairs', exact: true });
    expect(await log.getByRole('row').count()).toBe(3);
    expect(await log.textContent()).toMatch(/DOB: 01\/02\/2010\s*DOB: 11\/02\/2010/);
    await page.getByRole('link', { name: /is closed by a later one/ }).click();
    expect(await log.getByRole('row').count()).toBe(2);
    expect(await log.textContent()).toMatch(/22.*DEC: empty.*DEC: 10\/06\/2019/);
    await page.getByLabel('Child’s identifier').fill('1');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    expect(await page.locator('main').textContent()).toContain('No repairs match');
    for (const looking of [{ width: NARROW }, { scripts: false }]) {
      await (await visited(path, 'Repairs made by an import', looking)).context().close();
    }
    const csv = await (
      await fetch(`${service.origin}${paths.repairsFile(importId, 'csv')}`)
    ).text();
    expect(csv).toMatch(/\r\nP-[A-Z0-9]{7},/);
    expect(csv).toContain(',DOB,withheld,withheld');
    expect(csv).not.toContain('2010');
    expect(csv).not.toMatch(/^"?22"?,/m);
    await page.context().close();
  });
});
