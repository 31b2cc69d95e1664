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

const COSTS =
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective\n';
const cost = (child: string, rate: string, centre = 'A') =>
  `${child},2018-05-01,core,${rate},2018-05-01,,social_care,Oak,spot,${centre},3019\n`;
const costs = (...rows: string[]) => fileOf('placement_costs.csv', COSTS + rows.join(''));
const header = (dob: string) =>
  fileOf(
    '2021/header.csv',
    `CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nA77,1,${dob},WBRI,,,\nB88,2,03/04/2012,BAFR,,,\n`,
  );

const TITLE = 'What changed – Wellplaced – Wensbury Council';
const { whatChanged } = paths;

describe.skipIf(!browserAvailable())('what changed between two states of the records', () => {
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
    looking: { width?: number; scripts?: boolean } = {},
    title = TITLE,
  ): Promise<Page> {
    const page = await (await lookingAt(browser, service.origin, looking)).newPage();
    await new PageObject(page, { path, title, heading: 'What changed' }).visit();
    return page;
  }

  test('is refused to who may not see imports', async () => {
    const origin = await service.asRole('Placements officer');
    for (const path of [whatChanged, `${whatChanged}/file/csv`]) {
      expect((await fetch(origin + path)).status).toBe(403);
    }
  });

  test('says that nothing is there while nothing has been imported', async () => {
    const page = await visited(whatChanged);
    expect(await page.locator('main').textContent()).toContain('nothing has been imported yet');
    await page.context().close();
  });

  test('shows the newest import first, and from its page what it changed', async () => {
    await importFiles(service.ground, 'E99', [
      costs(cost('A77', '1000'), cost('B88', '900')),
      header('01/02/2010'),
    ]);
    const second = await importFiles(service.ground, 'E99', [
      costs(cost('A77', '1000', 'B')),
      header('11/02/2010'),
    ]);
    const page = await (await lookingAt(browser, service.origin)).newPage();
    await page.goto(service.origin + paths.import(second.importId));
    await page.getByRole('link', { name: 'What this import changed' }).click();
    await new PageObject(page, {
      path: paths.whatChangedBetween(1, 2),
      title: TITLE,
      heading: 'What changed',
    }).check();
    const rows = page.getByRole('table', { name: 'What changed', exact: true }).getByRole('row');
    expect(await rows.count()).toBe(4);
    const text = (await rows.allTextContents()).map((row) => row.trim());
    expect(text[1]).toMatch(
      /^Changed\s+ChildA77date of birth: 01\/02\/2010date of birth: 11\/02\/2010Import.*, Data officer2021\/header\.csvline 2$/,
    );
    expect(text[2]).toMatch(
      /^Changed\s+Cost of a placementplacement began 01\/05\/2018, element core.*A77cost centre: Acost centre: BImport.*placement_costs\.csvline 2$/,
    );
    expect(text[3]).toMatch(
      /^Withdrawn\s+Cost of a placement.*B88weekly rate: £900\.00contract: spot.*placement_costs\.csvline 3$/,
    );
    const tiles = (
      (await page.locator('.wellplaced-figures').first().textContent()) ?? ''
    ).replaceAll(': what this means', '');
    expect(tiles).toMatch(/^Changed2New0Withdrawn1Children/);
    expect(tiles).toMatch(/Children concerned2/);
    expect(tiles).toMatch(/Weekly rates−£900\.00£1,900\.00 became £1,000\.00/);
    await page.getByRole('link', { name: 'Cost of a placement: Withdrawn' }).click();
    await page.waitForURL(/kind=withdrawn/);
    expect(await rows.count()).toBe(2);
    await page.context().close();
    await (await visited(whatChanged)).context().close();
  });

  test.each([
    ['the narrowest screen', { width: NARROW }],
    ['scripts off', { scripts: false }],
  ])('is of two imports or two days that a form asks for, on %s', async (_name, looking) => {
    const page = await visited(whatChanged, looking);
    await page
      .getByLabel('From', { exact: true })
      .selectOption({ label: 'Before the first numbered import' });
    await page.getByLabel('Child’s identifier').fill('b8');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await page.waitForURL(/from=0/);
    expect(await page.getByRole('status').textContent()).toContain('2 records');
    const main = await page.locator('main').textContent();
    expect(main).toContain('Came and went');
    await page.getByLabel('or from the end of').fill('1/1/2020');
    await page.getByLabel('or to the end of').fill('2/1/2020');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await page.waitForURL(/untilDay=/);
    expect(await page.locator('main').textContent()).toContain('Nothing that is different');
    await page.context().close();
  });

  test('counts nights to the later of two days, whichever way round they are asked for', async () => {
    for (const query of [
      'fromDay=1/1/2020&untilDay=1/1/2030',
      'fromDay=1/1/2030&untilDay=1/1/2020',
    ]) {
      const html = await (await fetch(`${service.origin}${whatChanged}?${query}`)).text();
      expect(html).toContain('of the year to 1 June 2021');
      expect(html).toContain('of costs on the night of 1 June 2021');
    }
  });

  test('says what is wrong with what was asked, and keeps it', async () => {
    const path = `${whatChanged}?from=x&untilDay=31%2F2%2F2021&kind=odd`;
    const page = await visited(path, {}, `Error: ${TITLE}`);
    expect(await page.locator('.govuk-error-summary a').allInnerTexts()).toEqual([
      'Choose an import from the list',
      'Enter the day as a real date, such as 31/3/2026',
      'Choose from the list what became of the records',
    ]);
    await page.context().close();
  });

  test('comes as a file that names children as the page does', async () => {
    const csv = await (
      await fetch(`${service.origin}${whatChanged}/file/csv?from=1&until=2`)
    ).text();
    expect(csv).toMatch(/Changed,Child,[^\n]*A77,date of birth: 01\/02\/2010,/);
    expect(csv).not.toMatch(/P-[A-Z0-9]{7}/);
  });

  test('comes as a file under pseudonyms, without what would tell who a child is', async () => {
    const csv = await (
      await fetch(`${service.origin}${whatChanged}/file/csv?from=1&until=2&children=pseudonyms`)
    ).text();
    expect(csv.trim().split('\r\n')).toHaveLength(4);
    expect(csv).toMatch(/Changed,Child,[^\n]*P-[A-Z0-9]{7},date of birth: withheld,/);
    expect(csv).toContain('cost centre: B');
    expect(csv).not.toMatch(/A77|B88|2010/);
    expect(csv.split('\r\n')[0]).not.toMatch(/File|Line/);
    const [entry] = await service.ground.read('E99', (tx) =>
      tx.rows(
        `select row_key from audit_entry where authority_id = $1 and action = 'export'
         order by seq desc limit 1`,
        ['E99'],
      ),
    );
    expect(entry).toEqual([{ from: '1', until: '2', children: 'pseudonyms', format: 'csv' }]);
  });

  test('finds a child by the pseudonym of the file', async () => {
    const csv = await (
      await fetch(`${service.origin}${whatChanged}/file/csv?from=1&until=2&children=pseudonyms`)
    ).text();
    const own = csv.split('\r\n').find((row) => row.includes('date of birth')) ?? '';
    const pseudonym = /P-[A-Z0-9]{7}/.exec(own)?.[0] ?? '';
    const page = await visited(`${whatChanged}?from=1&until=2&child=${pseudonym.toLowerCase()}`);
    expect(await page.getByRole('status').textContent()).toContain('2 records');
    await page.context().close();
  });
});
