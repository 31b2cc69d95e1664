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
import { FORM_TOKEN } from '../../../../../tests/support/signed-in.ts';
import { paths } from '../../../paths.ts';
import type { RecordsTables } from '../../../storage/records-tables.ts';
import { admitOnce } from '../../asked-for.ts';
import { registerImport } from '../../imports/import-register.ts';
import { cancelImport } from '../../uploads/cancel-import.ts';

const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n';
const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n';

function titled(heading: string, error = false) {
  return { title: `${error ? 'Error: ' : ''}${heading} – Wellplaced – Wensbury Council`, heading };
}

describe.skipIf(!browserAvailable())('the identifiers of a child', () => {
  let browser: TestBrowser;
  let service: RunningService;

  beforeAll(async () => {
    service = await runningService();
    browser = await startBrowser();
    const page = await opened();
    await importThroughPages(page, {
      'header.csv': `${HEADER}A1,1,02/02/2010,WBRI,,,\nB2,2,03/02/2010,WBRI,,,\n`,
      'episodes.csv': `${EPISODES}A1,01/05/2018,S,C2,N1,U1,PR4,01/06/2020,E4A,,,,\nB2,01/09/2020,S,C2,N1,U1,PR4,,,,,,\n`,
    });
    await page.context().close();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  async function opened(looking: { width?: number; scripts?: boolean } = {}): Promise<Page> {
    return (await lookingAt(browser, service.origin, looking)).newPage();
  }

  /** Without scripts a page asks again by itself only now and then. */
  async function over(page: Page, heading: string): Promise<void> {
    await expect
      .poll(
        async () => {
          await page.reload();
          return page.locator('h1').textContent();
        },
        { timeout: 45_000 },
      )
      .toBe(heading);
  }

  const heading = 'Identifiers of child B2';

  test('are for who may import alone', async () => {
    const origin = await service.asRole('Placements officer');
    expect((await fetch(origin + paths.childLinks('B2'))).status).toBe(403);
    expect((await fetch(service.origin + paths.childLinks('ZZ'))).status).toBe(404);
  });

  test.each([
    ['at a desk', {}],
    ['on the narrowest screen, scripts off', { width: NARROW, scripts: false }],
  ])('are linked with what each holds in sight, and parted again, %s', async (_name, looking) => {
    const page = await opened(looking);
    await page.goto(paths.child('B2'));
    await page.getByRole('link', { name: 'Identifiers of this child' }).click();
    await new PageObject(page, { path: paths.childLinks('B2'), ...titled(heading) }).check();
    await page.getByLabel('The other identifier').fill('nobody');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /There is no child NOBODY/ }).waitFor();
    expect(await page.getByLabel('The other identifier').inputValue()).toBe('nobody');
    await page.getByLabel('The other identifier').fill('a1');
    await page.keyboard.press('Enter');
    await page.getByText('What is recorded under each').waitFor();
    const compared = paths.compareIdentifiers('B2', 'A1');
    await new PageObject(page, { path: compared, ...titled(heading) }).check();
    expect(await page.locator('.govuk-warning-text').textContent()).toContain('different dates');
    await page.getByRole('button', { name: 'Link the identifiers' }).click();
    await page.getByRole('link', { name: 'Choose why the child has two identifiers' }).waitFor();
    await page.getByLabel('came back into care').check();
    await page.getByLabel('How do you know?').fill('The social worker told us both are one');
    await page.getByRole('button', { name: 'Link the identifiers' }).click();
    await over(page, 'Identifiers linked');
    await new PageObject(page, {
      path: new URL(page.url()).pathname,
      ...titled('Identifiers linked'),
    }).check();

    await page.goto(paths.child('B2'));
    expect(await page.getByText('Also recorded as').textContent()).toContain('A1');
    expect(await page.locator('#care').textContent()).toContain('01/05/2018');
    await page.goto(paths.child('A1'));
    expect(await page.getByText('Everything recorded of this child').textContent()).toContain('B2');
    await page.goto(paths.childrenWhere({ search: 'A1', known: 'all' }));
    expect(await page.locator('tbody tr').count()).toBe(1);
    expect(await page.locator('tbody').textContent()).toContain('B2');
    await page.goto(paths.imports);
    expect(await page.locator('tbody tr').first().textContent()).toContain('Links two identifiers');

    await page.goto(paths.childLinks('B2'));
    await page.getByRole('link', { name: /^Undo/ }).click();
    await new PageObject(page, {
      path: new URL(page.url()).pathname,
      ...titled('Undo a link'),
    }).check();
    await page.getByLabel('Why the link is undone').fill('They are two children after all');
    await page.getByRole('button', { name: 'Undo this link' }).click();
    await over(page, 'Link of identifiers undone');
    await page.goto(paths.imports);
    expect(await page.locator('tbody tr').first().textContent()).toContain('Undoes a link');
    await page.goto(paths.child('A1'));
    expect(await page.locator('#care').textContent()).toContain('01/05/2018');
    expect(await page.getByText('Everything recorded of this child').count()).toBe(0);
    await page.context().close();
  });

  test('are linked once, however often the button is pressed', async () => {
    const links = { childId: 'A1', follows: 'B2', kind: 'merged', pseudonym: 'P-0000000' } as const;
    const acting = { authority: 'E99', actor: 'Amina Yusuf', reason: 'the same child' };
    const desk = { ground: service.ground, now: () => new Date() };
    // Nobody is told to work on it, so that it waits.
    const ask = () =>
      registerImport(desk, acting, 'page', 'queued', { links }, (tx) => admitOnce(tx, { links }));
    const importId = await ask();
    await expect(ask()).rejects.toThrow('asked for a moment ago');
    const again = await fetch(service.origin + paths.linkChild('B2', 'A1'), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({
        ...{ 'form-token': FORM_TOKEN, kind: 'merged' },
        reason: 'The social worker told us both are one',
      }),
    });
    expect([again.status, again.headers.get('location')]).toEqual([303, paths.import(importId)]);
    await service.ground.transaction<RecordsTables, void>(acting, async (tx) => {
      await cancelImport(tx, acting, importId);
    });
  });

  test('lead to the file and line of each record', async () => {
    const page = await opened({ width: NARROW });
    await page.goto(paths.child('B2'));
    await page.getByRole('link', { name: 'The file and line of each record' }).click();
    const sources = 'Where the records of child B2 come from';
    await new PageObject(page, { path: paths.childSources('B2'), ...titled(sources) }).check();
    const rows = await page.locator('tbody tr').allTextContents();
    expect(rows.map((row) => /[a-z]+\.csv, line \d/.exec(row)?.[0])).toEqual([
      'header.csv, line 3',
      'episodes.csv, line 3',
    ]);
    await page.context().close();
  });
});
