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
import { PageObject } from '../../../../../tests/support/page-object.ts';
import { USUAL_SETTINGS } from '../../../../../tests/support/settled.ts';
import { isoDate } from '../../../../core/plain-date.ts';
import type { Ground } from '../../../../platform/database/ground.ts';
import type { PagesContext } from '../../../pages-context.ts';
import { paths } from '../../../paths.ts';
import { ReportMemory } from '../../report-memory.ts';
import { reportRoutes } from './routes.ts';

const TITLE = 'Weekly placements report – Wellplaced – Wensbury Council';
const WEEK = isoDate('2021-05-30');
/** The week that holds the day of the test, a Tuesday. */
const SO_FAR = isoDate('2021-06-06');
const CONTEXT = { settings: USUAL_SETTINGS, memory: new ReportMemory() } as PagesContext;

describe.skipIf(!browserAvailable())(
  'the weekly report of a week at the edge of what is held',
  () => {
    let ground: Ground;
    let browser: TestBrowser;
    let server: FastifyInstance;
    let origin: string;

    beforeAll(async () => {
      ground = await openCareCouncil();
      ({ server, origin } = await serveCareCouncil(ground, 'Data officer', reportRoutes(CONTEXT)));
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

    test('counts a week that is not over to today, says so, and leads to none after it', async () => {
      const page = await visited(paths.reportOf(WEEK), { width: NARROW });
      await page.getByRole('link', { name: 'Next week' }).click();
      expect(page.url()).toBe(origin + paths.reportOf(SO_FAR));
      const main = page.locator('main');
      const said = (await main.textContent()) ?? '';
      expect(said).toContain(
        'Week ending 6 June 2021, not over: counts to 1 June 2021, 2 of 7 nights',
      );
      expect(said).toContain(
        'Week not over: counts to 1 June 2021, 2 of 7 nights. Working figures',
      );
      expect(said).toContain('3 children were looked after on the night of 1 June 2021');
      expect(said).toContain('in the week so far (2 of 7 nights)');
      expect(said).toContain('The week is not over and is not drawn');
      expect(said).toContain('to 3 in the week ending 30 May 2021.');
      // 3 children and one who is charged for without a placement, 2 nights each.
      const groups = page.getByRole('table', { name: 'Children and spend by placement group' });
      const nights = await groups.locator('tbody tr td:nth-of-type(2)').allInnerTexts();
      expect(nights.slice(0, -1).reduce((sum, each) => sum + Number.parseInt(each, 10), 0)).toBe(8);
      expect(
        await page
          .getByRole('link', { name: '3 Children looked after: see the rows' })
          .getAttribute('href'),
      ).toBe(paths.childrenWhere({ on: isoDate('2021-06-01') }));
      expect(await page.getByRole('link', { name: 'Previous week' }).count()).toBe(1);
      expect(await page.getByRole('link', { name: 'Next week' }).count()).toBe(0);
      await page.context().close();
      const published = await visited(paths.reportOf(SO_FAR, true));
      const marked = await published.locator('main').textContent();
      expect(marked).toContain(
        'Week not over: counts to 1 June 2021, 2 of 7 nights. Small numbers',
      );
      await published.context().close();
      const json = await fetch(origin + paths.reportFile(SO_FAR, 'json'));
      expect(json.headers.get('content-disposition')).toContain('counts to 2021-06-01');
      expect(await json.json()).toMatchObject({ weekEnding: SO_FAR, countsTo: '2021-06-01' });
    });

    test('says so on figures and charts that reach back before the records that are held', async () => {
      const before = 'on nights before 1 April 2021 only children are counted whom later returns';
      const page = await visited(paths.reportOf(isoDate('2021-03-28')));
      const marking = await page.locator('.govuk-warning-text').textContent();
      expect(marking).toContain(`The first return held is that of 2021-22: ${before}`);
      const noted = async (label: string) => {
        const item = page.locator('.wellplaced-figures__item', {
          hasText: new RegExp(`^${label}`),
        });
        return ((await item.first().textContent()) ?? '').includes('not whole');
      };
      expect(await noted('Children looked after')).toBe(true);
      expect(await noted('Placement moves')).toBe(true);
      // Of the packages of which costs are held the first ended on 15 March, before the week and after 1 April.
      expect(marking).toContain('No cost is held that ended before 15 March 2021');
      expect(await noted('Spend in the week')).toBe(false);
      expect(await noted('Spend in the year to date')).toBe(true);
      expect(await noted('Budget to date')).toBe(false);
      const described = await page.locator('svg[role="img"] desc').allTextContents();
      expect(described.map((text) => text.includes(before))).toEqual([true, false, true, false]);
      const ofCosts = described.map((text) => text.includes('No cost is held that ended before'));
      expect(ofCosts).toEqual([false, false, false, true]);
      await page.context().close();
      const earlier = await visited(paths.reportOf(isoDate('2019-01-27')));
      const said = await earlier.locator('.govuk-warning-text').textContent();
      expect(said).toContain('No cost is held before 1 February 2019');
      expect(await earlier.locator('main').textContent()).toContain('not whole');
      await earlier.context().close();
      // The week itself is whole, the trend of its last thirteen is not.
      const later = await visited(paths.reportOf(WEEK));
      expect(await later.locator('.govuk-warning-text').textContent()).not.toContain(
        'first return',
      );
      const trend = await later.locator('svg[role="img"] desc').allTextContents();
      expect(trend.map((text) => text.includes(before))).toEqual([false, false, true, false]);
      await later.context().close();
      const published = await fetch(origin + paths.reportOf(isoDate('2021-03-28'), true));
      const forOthers = await published.text();
      expect(forOthers).toContain(before);
      expect(forOthers).toContain('What packages cost is not held as far back');
      // The day may be one child’s.
      expect(forOthers).not.toContain('15 March 2021');
      const json = await fetch(origin + paths.reportFile(isoDate('2021-03-28'), 'json'));
      expect(await json.text()).toContain(before);
    });

    test('shows no week that has not begun, typed or linked', async () => {
      const path = paths.reportOf(isoDate('2021-06-07'));
      const page = await visited(path, { width: NARROW }, `Error: ${TITLE}`);
      const problem = 'Week ending must be 6 June 2021 or earlier: that is the last week';
      expect(await page.locator('.govuk-error-summary a').textContent()).toContain(problem);
      expect(await page.getByRole('textbox', { name: 'Week ending' }).inputValue()).toBe(
        '2021-06-07',
      );
      await page.getByRole('link', { name: 'Next week' }).click();
      expect(page.url()).toBe(origin + paths.reportOf(SO_FAR));
      await page.context().close();
      const file = await fetch(origin + paths.reportFile(isoDate('2021-06-07'), 'xlsx'));
      expect([file.status, await file.text()]).toEqual([404, expect.stringContaining(problem)]);
    });
  },
);
