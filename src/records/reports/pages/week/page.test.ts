import type { FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  NARROW,
  startBrowser,
  type TestBrowser,
} from '../../../../../tests/support/browser.ts';
import { openCareCouncil, serveCareCouncil } from '../../../../../tests/support/care-council.ts';
import { fileOf, importFiles } from '../../../../../tests/support/import-files.ts';
import { accessibilityFaults, PageObject } from '../../../../../tests/support/page-object.ts';
import { USUAL_SETTINGS } from '../../../../../tests/support/settled.ts';
import { isoDate } from '../../../../core/plain-date.ts';
import type { Ground } from '../../../../platform/database/ground.ts';
import type { PagesContext } from '../../../pages-context.ts';
import { paths } from '../../../paths.ts';
import { DEFINITION_SECTIONS } from '../../definition-sections.ts';
import { REPORT_FORMATS } from '../../document/report-files.ts';
import { ReportMemory } from '../../report-memory.ts';
import { reportRoutes } from './routes.ts';

const TITLE = 'Weekly placements report – Wellplaced – Wensbury Council';
const WEEK = isoDate('2021-05-30');
const context = () => ({ settings: USUAL_SETTINGS, memory: new ReportMemory() }) as PagesContext;

describe.skipIf(!browserAvailable())('the weekly report', () => {
  let ground: Ground;
  let browser: TestBrowser;
  let server: FastifyInstance;
  let origin: string;

  beforeAll(async () => {
    ground = await openCareCouncil();
    ({ server, origin } = await serveCareCouncil(ground, 'Data officer', reportRoutes(context())));
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await ground?.close();
  });

  async function visited(path: string, looking = {}, title = TITLE): Promise<Page> {
    const page = await (await lookingAt(browser, origin, looking)).newPage();
    const expected = { path, title, heading: 'Weekly placements report' };
    await new PageObject(page, expected).visit();
    return page;
  }

  function tile(page: Page, label: string): Promise<string | null> {
    const item = page.locator('.wellplaced-figures__item', { hasText: new RegExp(`^${label}`) });
    return item.locator('dd').first().textContent();
  }

  test('is not for a role without the permission, nor its files', async () => {
    const other = await serveCareCouncil(ground, 'Administrator', reportRoutes(context()));
    for (const path of [paths.report, paths.reportFile(WEEK, 'json')]) {
      expect((await fetch(other.origin + path)).status).toBe(403);
    }
    await other.server.close();
  });

  test('opens on the last whole week, in words, figures, charts and tables', async () => {
    const page = await visited(paths.report);
    const main = page.locator('main');
    expect(await main.textContent()).toContain('Week ending 30 May 2021');
    expect(await main.textContent()).toContain('Working figures, not for publication');
    expect(await main.textContent()).toContain(
      '3 children were looked after on the night of 30 May 2021',
    );
    expect(await tile(page, 'Children looked after')).toContain('3');
    expect(await tile(page, 'In short breaks')).toContain('1');
    expect(await page.locator('svg[role="img"]').count()).toBe(4);
    const groups = page.getByRole('table', { name: 'Children and spend by placement group' });
    expect(await groups.locator('tbody tr').count()).toBe(14);
    await page.context().close();
  });

  test('leads from every headline to its definition, and from every number to its rows', async () => {
    const page = await visited(paths.reportOf(WEEK));
    const anchors = DEFINITION_SECTIONS.flatMap(({ entries }) =>
      entries.map(({ anchor }) => `${paths.definitions}#${anchor}`),
    );
    const labels = await page.locator('.wellplaced-figures__label a').all();
    expect(labels).toHaveLength(17);
    for (const label of labels) expect(anchors).toContain(await label.getAttribute('href'));
    const rows = (name: string) =>
      page.getByRole('link', { name: `${name}: see the rows` }).getAttribute('href');
    expect(await rows('3 Children looked after')).toBe(paths.childrenWhere({ on: WEEK }));
    expect(await rows('1 Placed in area')).toBe(paths.childrenWhere({ on: WEEK, area: 'in' }));
    const spend = '.wellplaced-figures__item:has-text("Spend in the week") dd a';
    expect(await page.locator(spend).first().getAttribute('href')).toBe(paths.costs(WEEK));
    expect(await page.locator('main a[href^="/findings?rule="]').count()).toBeGreaterThan(1);
    expect(await page.locator('main a[href="/children/A100"]').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test('leads to no child and no finding where the role may not see them', async () => {
    const other = await serveCareCouncil(ground, 'Section 151 officer', reportRoutes(context()));
    const html = await (await fetch(other.origin + paths.reportOf(WEEK))).text();
    expect(html).not.toContain('href="/children');
    expect(html).not.toContain('href="/findings');
    expect(html).not.toMatch(/A[1-5]00\b/);
    expect(html).not.toMatch(/P-[A-Z2-9]{7}/);
    await other.server.close();
  });

  test('for others gives no small number, no row and no trend', async () => {
    const page = await visited(paths.reportOf(WEEK, true));
    expect(await tile(page, 'Children looked after')).toContain('[c]');
    expect(await page.locator('main').textContent()).not.toContain('were looked after');
    expect(await page.locator('svg[role="img"]').count()).toBe(0);
    const html = await page.locator('main').innerHTML();
    expect(html).not.toMatch(/P-[A-Z2-9]{7}|A[1-5]00\b|\/report\/(costs|movements|payments)/);
    expect(html).not.toContain('see the rows');
    expect(html).not.toContain('5,700');
    await page.context().close();
  });

  test('says who is left out, and how start and end of the week hang together', async () => {
    const other = await openCareCouncil();
    await importFiles(other, 'A', [
      fileOf(
        '2021/episodes.csv',
        'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n' +
          'A600,01/06/2020,S,C2,N1,K2,PR4,,,,,,\n',
      ),
    ]);
    const served = await serveCareCouncil(other, 'Data officer', reportRoutes(context()));
    const text = async (week: string, publish?: boolean) => {
      const page = await fetch(served.origin + paths.reportOf(isoDate(week), publish));
      return (await page.text()).replaceAll(/<[^>]+>/g, '');
    };
    const found = paths.findingsOf('open-but-gone', WEEK).replaceAll('&', '&amp;');
    const html = await (await fetch(served.origin + paths.reportOf(WEEK))).text();
    expect(html).toContain(`href="${found}"`);
    const leftOut = 'left out: open in an older return, not in the newest';
    expect(await text('2021-05-30')).toContain(`1 child ${leftOut}.`);
    expect(await text('2021-05-30', true)).toContain(leftOut);
    expect(await text('2021-05-30', true)).not.toContain(`1 child ${leftOut}`);
    expect(await text('2021-03-28')).not.toContain(leftOut);
    expect(await text('2021-04-04')).toContain(
      '4 looked after at the start of the week, 0 started, 0 ceased, 1 left without a readable end: 3 at its end.',
    );
    await served.server.close();
    await other.close();
  });

  test.each([
    ['the narrowest screen', { width: NARROW }],
    ['scripts off', { scripts: false }],
  ])('is moved by weeks, by date and to the version for others on %s', async (_name, looking) => {
    const page = await visited(paths.reportOf(WEEK), looking);
    await page.getByRole('link', { name: 'Previous week' }).click();
    expect(page.url()).toBe(origin + paths.reportOf(isoDate('2021-05-23')));
    await page.getByRole('link', { name: 'Next week' }).click();
    await page.getByRole('textbox', { name: 'Week ending' }).fill('31/3/2021');
    await page.getByRole('button', { name: 'Show week' }).click();
    const said = await page.locator('main').textContent();
    expect(said).toContain('Week ending 4 April 2021');
    expect(said).toContain('31 March 2021 is in the week ending Sunday 4 April 2021.');
    expect(await page.getByRole('textbox', { name: 'Week ending' }).inputValue()).toBe(
      '04/04/2021',
    );
    await page.getByRole('link', { name: 'Version for others' }).click();
    expect(await page.locator('main').textContent()).toContain('Small numbers are withheld');
    await page.context().close();
  });

  test('says what is wrong with a week, and keeps what was typed', async () => {
    const page = await visited('/report?week-ending=31%2F02%2F2021', {}, `Error: ${TITLE}`);
    expect(await page.locator('.govuk-error-summary a').textContent()).toContain('must be a day');
    expect(await page.getByRole('textbox', { name: 'Week ending' }).inputValue()).toBe(
      '31/02/2021',
    );
    await page.context().close();
  });

  test('says so when nothing is recorded for the week', async () => {
    const page = await visited(paths.reportOf(isoDate('2010-01-03')));
    const said = await page.locator('main').textContent();
    expect(said).toContain('No child looked after and no cost is recorded for this week');
    await page.context().close();
  });

  test.each(['Cabinet member', 'Section 151 officer'] as const)(
    'comes to a %s in its published form alone, whatever is asked for',
    async (role) => {
      const other = await serveCareCouncil(ground, role, reportRoutes(context()));
      for (const publish of ['', '&publish=yes', '&publish=no']) {
        const asked = `week-ending=${WEEK}${publish}`;
        const html = await (await fetch(`${other.origin}/report?${asked}`)).text();
        expect(html).toContain('Small numbers are withheld and shown as [c]');
        expect(html).not.toMatch(/P-[A-Z2-9]{7}|Working figures|href="\/report\/(movements|costs)/);
        for (const format of REPORT_FORMATS) {
          const file = await fetch(`${other.origin}/report/file/${format}?${asked}`);
          expect(file.headers.get('content-disposition')).toContain('for-publication');
          expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(900);
        }
        const json = await fetch(`${other.origin}/report/file/json?${asked}`);
        expect(await json.json()).toMatchObject({ children: { total: '[c]' }, changes: [] });
      }
      await other.server.close();
    },
  );

  test('is had as every file, in both versions', async () => {
    for (const format of REPORT_FORMATS) {
      for (const publish of [false, true]) {
        const answer = await fetch(origin + paths.reportFile(WEEK, format, publish));
        expect(answer.status).toBe(200);
        const version = publish ? 'for-publication' : 'working-figures';
        const name = `placements-${WEEK}-${version}.${format}`;
        expect(answer.headers.get('content-disposition')).toContain(name);
        expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(900);
      }
    }
    const odd = await fetch(`${origin}/report/file/pdf`);
    expect(odd.status).toBe(404);
    expect((await fetch(`${origin}/report/file/csv?week-ending=x`)).status).toBe(404);
  });

  test('as a file of its own is accessible, needs nothing beside it and prints on paper', async () => {
    const html = await (await fetch(origin + paths.reportFile(WEEK, 'html'))).text();
    expect(html).not.toMatch(/<script|<link|src="|url\((?!#)/);
    const page = await (await lookingAt(browser, origin, { width: NARROW })).newPage();
    await page.setContent(html);
    expect(await accessibilityFaults(page)).toEqual([]);
    for (const link of await page.locator('main a').all()) {
      const anchor = (await link.getAttribute('href')) ?? '';
      expect(anchor).toMatch(/^#/);
      expect(await page.locator(anchor).count(), anchor).toBe(1);
    }
    expect((await page.pdf({ format: 'A4', tagged: true })).length).toBeGreaterThan(10_000);
    await page.context().close();
  });
});
