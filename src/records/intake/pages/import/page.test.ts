import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  NARROW,
  startBrowser,
  type TestBrowser,
} from '../../../../../tests/support/browser.ts';
import { holdAfterAddingTo } from '../../../../../tests/support/hold-import.ts';
import { PageObject } from '../../../../../tests/support/page-object.ts';
import {
  importThroughPages,
  type RunningService,
  runningService,
} from '../../../../../tests/support/running-service.ts';
import { FORM_TOKEN } from '../../../../../tests/support/signed-in.ts';
import { paths } from '../../../paths.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { receiveUpload } from '../../uploads/upload.ts';

const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n';
const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n';
const GOOD = '1,01/05/2018,S,V2,N1,U6,PR4,,,,AB1 1AA,CD2 2BB,\n';
const COSTS =
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective\n';

function titled(heading: string) {
  return { title: `${heading} – Wellplaced – Wensbury Council`, heading };
}

describe.skipIf(!browserAvailable())('an import', () => {
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

  async function waitingUpload(content: string): Promise<string> {
    const acting = { authority: 'E99', actor: 'Amina Yusuf', reason: 'a test' };
    async function* files() {
      yield { path: '2019/header.csv', content: Readable.from([Buffer.from(content)]) };
    }
    return receiveUpload({ ground: service.ground, now: () => new Date() }, acting, files());
  }

  async function openFindings(): Promise<number> {
    return service.ground.read<RecordsTables, number>('E99', async (tx) => {
      const rows = await tx.rows(
        `select count(*)::int from finding
         where authority_id = $1 and resolved_import_id is null`,
        [tx.authority],
      );
      return Number(rows[0]?.[0]);
    });
  }

  test('is refused to who may not import, with its files and its repairs', async () => {
    const origin = await service.asRole('Placements officer');
    const page = await (await lookingAt(browser, origin)).newPage();
    const importId = await waitingUpload(HEADER);
    for (const path of [
      paths.import(importId),
      paths.importProgress(importId),
      paths.rejections(importId, 0),
      paths.repairs(importId),
      paths.mapColumns(importId, 0),
      paths.imports,
      paths.newImport,
      paths.mappings,
    ]) {
      const refused = { path, ...titled('You cannot see this page') };
      expect(await new PageObject(page, refused).visit()).toBe(403);
    }
    await page.context().close();
  });

  test('of an address that there is not is not found', async () => {
    const page = await opened();
    for (const path of [
      '/imports/none',
      '/imports/none/repairs',
      '/imports/none/files/0/columns',
    ]) {
      expect(await new PageObject(page, { path, ...titled('Page not found') }).visit()).toBe(404);
    }
    expect((await page.goto('/imports/none/files/0/rejections.csv'))?.status()).toBe(404);
    await page.context().close();
  });

  test('goes from the upload through its progress to what it took, at any width', async () => {
    const page = await opened();
    const path = await importThroughPages(page, {
      'header 2019.csv': `${HEADER}1,1,01/02/2010,WBRI,,,\n`,
    });
    const outcome = { path, ...titled('Import complete') };
    await new PageObject(page, outcome).check();
    const row = page.getByRole('table', { name: 'Files', exact: true }).getByRole('row').nth(1);
    expect(await row.textContent()).toMatch(
      /header 2019\.csv\s*Children\s*2019 return\s*1\s*1\s*0/,
    );
    for (const looking of [{ width: NARROW }, { scripts: false }]) {
      const other = await opened(looking);
      expect(await new PageObject(other, outcome).visit()).toBe(200);
      await other.context().close();
    }
    await importThroughPages(page, { 'header 2019.csv': `${HEADER}1,1,01/02/2010,WBRI,,,\n` });
    expect(await page.locator('main').textContent()).toContain('this import changed nothing');
    await page.context().close();
  });

  test('gives its rejected rows to be corrected, and takes them when they are', async () => {
    const page = await opened();
    const rows = `${GOOD}2,,S,V2,N1,U6,PR4,,,,=AB1,,\n3,01/06/2018,S,V2,N1,U6,PR4,,,,,,,,surplus\n`;
    const odd = '4,01/06/2018,S,QQ,N1,U6,PR4,,,,,,\n';
    const path = await importThroughPages(page, {
      'episodes_2019.csv': `${EPISODES}${rows}${odd}`,
    });
    await new PageObject(page, { path, ...titled('Import complete, some rows rejected') }).check();
    const rejected = page.getByRole('table', { name: 'Rejected rows' }).getByRole('row');
    expect(await rejected.allTextContents()).toEqual([
      expect.stringMatching(/^File\s*Line\s*Column\s*Value\s*Reason/),
      expect.stringMatching(/^episodes_2019\.csv\s*3\s*DECOM/),
      expect.stringMatching(/^episodes_2019\.csv\s*4\s*–/),
    ]);
    const found = await openFindings();
    expect(found).toBeGreaterThan(0);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Rejected rows of episodes_2019.csv (CSV)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('episodes_2019 rejected rows.csv');
    const content = await readFile(await download.path(), 'utf8');
    expect(content, 'no cell that a spreadsheet would run').toContain(
      "2,,S,V2,N1,U6,PR4,,,,'=AB1,,,3,",
    );

    const name = download.suggestedFilename();
    await importThroughPages(page, { [name]: content });
    expect(await page.locator('h1').textContent()).toBe('Import complete, some rows rejected');

    const corrected = content.replace('2,,S', '2,01/07/2018,S').replace(',,surplus', '');
    await importThroughPages(page, { [name]: corrected });
    expect(await page.locator('h1').textContent()).toBe('Import complete');
    expect(await page.locator('main').textContent()).toContain(
      '2 columns read past: wellplaced_line, wellplaced_reason',
    );
    // The corrected file holds two rows of the four: what was found in the others stands.
    expect(await openFindings()).toBeGreaterThanOrEqual(found);
    await page.context().close();
  });

  test('refuses a file that is not what it claims, whole and with the reason', async () => {
    const page = await opened();
    const path = await importThroughPages(page, {
      'letter.csv': '%PDF-1.7 not a table',
      'empty.csv': '',
    });
    await new PageObject(page, { path, ...titled('Import refused') }).check();
    const text = await page.getByRole('table', { name: 'Files refused' }).textContent();
    expect(text).toContain('letter.csv is a PDF document');
    expect(text).toContain('empty.csv is empty');
    await page.context().close();
  });

  test('runs on when its page is closed, and answers while it holds the database', async () => {
    const page = await opened();
    const held = holdAfterAddingTo(service.ground, 'cost_element');
    const lines = Array.from(
      { length: 5_000 },
      (_, at) => `${at},2020-04-01,core,100.00,2020-04-01,,social_care,Acorn,spot,CC1,S1`,
    );
    await page.goto('/imports/new');
    await page.setInputFiles('#files', {
      name: 'costs.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(COSTS + lines.join('\n')),
    });
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.waitForURL(/\/imports\/[0-9a-f-]{12,}$/);
    const path = new URL(page.url()).pathname;
    expect(await page.locator('progress').count()).toBe(1);
    await page.context().close();

    await held.reached;
    const answer = await fetch(`${service.origin}${path}/progress`);
    expect(await answer.json()).toMatchObject({
      over: false,
      words: expect.stringMatching(/^Storing costs\.csv, rows: [1-9]/),
    });
    held.letGo();
    await vi.waitFor(
      async () => {
        const standing = await fetch(`${service.origin}${path}/progress`);
        expect(await standing.json()).toMatchObject({ over: true });
      },
      { timeout: 50_000, interval: 50 },
    );

    const later = await opened();
    await later.goto(paths.imports);
    await later.locator(`a[href="${path}"]`).first().click();
    await new PageObject(later, { path, ...titled('Import complete') }).check();
    expect(await later.locator('main').textContent()).toContain('5,000');
    await later.context().close();
  });

  test('that waits can be cancelled, by keyboard too, and is not imported then', async () => {
    const page = await opened();
    const importId = await waitingUpload(HEADER);
    const path = paths.import(importId);
    await new PageObject(page, { path, ...titled('Import waiting') }).visit();
    await page.getByRole('button', { name: 'Cancel this import' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('progress').waitFor({ state: 'detached' });
    await new PageObject(page, { path, ...titled('Import cancelled') }).check();
    expect(await page.locator('main').textContent()).toContain('Amina Yusuf cancelled it');
    const answer = await page.request.post(paths.cancelImport(importId), {
      form: { 'form-token': FORM_TOKEN },
    });
    expect(answer.status()).toBe(409);
    await page.context().close();
  });

  test('without scripts the page asks again by itself, and can be told to stop', async () => {
    const importId = await waitingUpload(HEADER);
    const context = await browser.newContext({ baseURL: service.origin, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(paths.import(importId));
    expect(await page.locator('meta[http-equiv="refresh"]').getAttribute('content')).toBe('5');
    await page.getByRole('link', { name: 'Stop asking' }).click();
    expect(await page.locator('meta[http-equiv="refresh"]').count()).toBe(0);
    await page.getByRole('link', { name: 'See how far it has come' }).click();
    await page.getByRole('button', { name: 'Cancel this import' }).click();
    expect(await page.locator('h1').textContent()).toBe('Import cancelled');
    await context.close();
  });
});
