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
import { addPerson, restrict } from '../../../../../tests/support/restricted-child.ts';
import {
  type RunningService,
  runningService,
} from '../../../../../tests/support/running-service.ts';
import { FORM_TOKEN } from '../../../../../tests/support/signed-in.ts';
import { isoDate } from '../../../../core/plain-date.ts';
import { paths } from '../../../paths.ts';

const WEEK = isoDate('2021-05-30');
const HEADING = 'Weekly report: then and now';
const TITLE = `${HEADING} – Wellplaced – Wensbury Council`;
const COSTS =
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective\n';
const costs = (...rates: string[]) =>
  fileOf(
    'placement_costs.csv',
    COSTS +
      rates
        .map(
          (rate, child) =>
            `A7${child},2020-05-01,core,${rate},2020-05-01,,social_care,Oak,spot,A,3019\n`,
        )
        .join(''),
  );
const EPISODES = fileOf(
  '2022/episodes.csv',
  `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,HOME_POST,PL_POST,URN
A70,01/05/2020,S,C2,N1,U1,PR4,,,AB1 1AA,AB1 1AB,
A71,01/05/2020,S,C2,N1,U1,PR4,,,AB1 1AA,AB1 1AB,
`,
);

describe.skipIf(!browserAvailable())('a week’s report then and now', () => {
  let browser: TestBrowser;
  let service: RunningService;

  beforeAll(async () => {
    service = await runningService();
    browser = await startBrowser();
    await importFiles(service.ground, 'E99', [EPISODES, costs('1000', '500.50')]);
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
    await new PageObject(page, { path, title, heading: HEADING }).visit();
    return page;
  }

  test('is refused to who sees no children, and publishing to who may not publish', async () => {
    const cabinet = await service.asRole('Cabinet member');
    expect((await fetch(cabinet + paths.reportThenAndNow(WEEK))).status).toBe(403);
    const officer = await service.asRole('Placements officer');
    const sent = await fetch(officer + paths.publishReport, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ 'form-token': FORM_TOKEN, 'week-ending': WEEK }),
    });
    expect(sent.status).toBe(403);
    expect(await (await fetch(officer + paths.reportOf(WEEK, true))).text()).not.toContain(
      'Record that this version',
    );
  });

  test('is published, and later shown beside what is known now, with the cause of each difference', async () => {
    const page = await (await lookingAt(browser, service.origin)).newPage();
    await page.goto(service.origin + paths.reportOf(WEEK, true));
    await page.getByRole('button', { name: 'Record that this version is published' }).click();
    await page.waitForURL(/then-and-now\?week-ending=2021-05-30&published=/);
    const main = page.locator('main');
    expect(await main.textContent()).toContain('is recorded as published');
    expect(await main.textContent()).toContain('No figure of this week has become different');
    const { importId } = await importFiles(service.ground, 'E99', [costs('1100', '500.50')]);
    await page.reload();
    const { pathname, search } = new URL(page.url());
    await new PageObject(page, { path: pathname + search, title: TITLE, heading: HEADING }).check();
    const weekly = await page
      .getByRole('table', { name: /^As published on/ })
      .getByRole('row')
      .filter({ hasText: '£1,600.50' })
      .first()
      .getByRole('cell')
      .allInnerTexts();
    expect(weekly).toEqual(['£1,500.50', '£1,500.50', '£1,600.50', '+£100.00']);
    const causes = page.getByRole('table', { name: 'What made the differences' });
    expect(await causes.getByRole('row').count()).toBe(3);
    const [, cause = '', whole = ''] = await causes.getByRole('row').allInnerTexts();
    expect(cause).toMatch(/Import[\s\S]*Data officer[\s\S]*\+£100\.00/);
    expect(whole).toMatch(/All together[\s\S]*\+£100\.00/);
    expect(
      await causes.getByRole('link', { name: 'Import', exact: true }).getAttribute('href'),
    ).toBe(paths.import(importId));
    await causes.getByRole('link', { name: 'What it changed' }).click();
    await page.waitForURL(/what-changed\?from=1&until=2/);
    await page.context().close();
  });

  test('shows the way to imports to who may see them alone', async () => {
    const origin = await service.asRole('Placements officer');
    const html = await (
      await fetch(origin + paths.reportThenAndNow(WEEK, { day: isoDate('2020-01-01') }))
    ).text();
    expect(html).toContain('What it did to the figures');
    expect(html).not.toMatch(/href="\/(imports|what-changed)/);
  });

  test('records a publication once, however often the button is pressed, and none of a week to come', async () => {
    const publish = (weekEnding: string) =>
      fetch(service.origin + paths.publishReport, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ 'form-token': FORM_TOKEN, 'week-ending': weekEnding }),
      });
    const addresses = [];
    for (let pressed = 0; pressed < 2; pressed += 1) {
      addresses.push((await publish('2021-05-23')).headers.get('location'));
    }
    expect(addresses[0]).toMatch(/published=/);
    expect(addresses[1]).toBe(addresses[0]);
    expect((await publish('2021-06-06')).status).toBe(409);
  });

  test('does not show as published what a child restricted since would be told from', async () => {
    const origin = service.origin + paths.reportThenAndNow(WEEK);
    const href = /href="([^"]*published=[^"]*)"/.exec(await (await fetch(origin)).text())?.[1];
    const address = service.origin + (href ?? '').replaceAll('&amp;', '&');
    expect(await (await fetch(address)).text()).toContain('As published');
    const managers = [
      await addPerson(service.ground, 'E99', 'Ada Obi', 'Social work team manager'),
      await addPerson(service.ground, 'E99', 'Bo Lund', 'Social work team manager'),
    ] as const;
    await restrict(service.ground, 'E99', 'A71', managers);
    const page = await (await lookingAt(browser, address)).newPage();
    await page.goto(address);
    const main = (await page.locator('main').textContent()) ?? '';
    expect(main).toContain('while a child is restricted');
    expect(main).not.toContain('1,500.50');
    expect(main).toContain('£1,100.00');
    expect(main).not.toContain('Not the records');
    await page.context().close();
  });

  test.each([
    ['the narrowest screen', { width: NARROW }],
    ['scripts off', { scripts: false }],
  ])('is asked for by the day on which it was known, on %s', async (_name, looking) => {
    const page = await visited(paths.reportThenAndNow(WEEK), looking);
    await page.getByLabel('Or as known at the end of').fill('1/1/2020');
    await page.getByRole('button', { name: 'Compare with now' }).click();
    await page.waitForURL(/day=/);
    const { pathname, search } = new URL(page.url());
    await new PageObject(page, { path: pathname + search, title: TITLE, heading: HEADING }).check();
    const table = page.getByRole('table', { name: 'As known then and as known now' });
    const first = await table.getByRole('row').nth(1).getByRole('cell').allInnerTexts();
    expect(first).toEqual(['0', '1', '+1']);
    await page.context().close();
  });

  test('says what is wrong with a day, and has nothing under an address of none', async () => {
    const path = `${paths.reportThenAndNow(WEEK)}&day=31%2F2%2F2021`;
    const page = await visited(path, {}, `Error: ${TITLE}`);
    expect(await page.locator('.govuk-error-summary a').allInnerTexts()).toEqual([
      'Enter the day as a real date, such as 31/3/2026',
    ]);
    expect(await page.getByLabel('Or as known at the end of').inputValue()).toBe('31/2/2021');
    // The week stays, and what was published of it.
    expect(await page.getByRole('table', { name: 'Published earlier' }).count()).toBe(1);
    const later = await fetch(`${service.origin}${paths.reportThenAndNow(WEEK)}&day=2%2F6%2F2021`);
    expect(later.status).toBe(422);
    expect(await later.text()).toContain('Enter a day that is today or earlier');
    expect((await fetch(`${service.origin}/report/then-and-now?week-ending=x`)).status).toBe(404);
    await page.context().close();
    const none = paths.reportThenAndNow(WEEK, {
      published: '00000000-0000-4000-8000-000000000000',
    });
    expect((await fetch(service.origin + none)).status).toBe(404);
  });
});
