import type { FastifyInstance } from 'fastify';
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
import { outturnHistoryRoutes } from '../outturn-history/routes.ts';
import { outturnRoutes } from './routes.ts';

const WEEK = isoDate('2021-05-30');
const ROUTES = [
  ...outturnRoutes({ settings: USUAL_SETTINGS } as unknown as PagesContext),
  ...outturnHistoryRoutes(),
];

describe.skipIf(!browserAvailable())('the outturn', () => {
  let ground: Ground;
  let browser: TestBrowser;
  let server: FastifyInstance;
  let origin: string;

  beforeAll(async () => {
    ground = await openCareCouncil();
    ({ server, origin } = await serveCareCouncil(ground, 'Finance business partner', ROUTES));
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await ground?.close();
  });

  test('is not for a role that sees no children', async () => {
    const other = await serveCareCouncil(ground, 'Cabinet member', ROUTES);
    for (const path of [paths.outturn(WEEK), paths.outturnHistory(WEEK)]) {
      expect((await fetch(other.origin + path)).status).toBe(403);
    }
    await other.server.close();
  });

  test.each([
    ['the narrowest screen', { width: NARROW }],
    ['scripts off', { scripts: false }],
  ])(
    'shows its steps and what would change it, and leads to its history, on %s',
    async (_name, looking) => {
      const page = await (await lookingAt(browser, origin, looking)).newPage();
      const path = paths.outturn(WEEK);
      const title = 'Outturn – Wellplaced – Wensbury Council';
      await new PageObject(page, { path, title, heading: 'Outturn' }).visit();
      const main = (await page.locator('main').textContent()) ?? '';
      expect(main).toContain('no budget is recorded');
      const steps = page.getByRole('table', { name: 'From the cost to date to the projection' });
      expect(await steps.locator('tbody tr').count()).toBe(11);
      const sensitivity = page.getByRole('table', { name: 'Sensitivity of the projection' });
      expect(await sensitivity.locator('tbody tr').count()).toBe(9);
      await page.getByRole('link', { name: 'What was projected month by month' }).first().click();
      await page.waitForURL(/history/);
      const months = page.getByRole('table', { name: 'The projection at the end of each month' });
      expect(await months.locator('tbody tr').count()).toBe(2);
      await page.context().close();
    },
  );

  test('has nothing under an address of no week', async () => {
    for (const path of ['/report/outturn', '/report/outturn/history']) {
      expect((await fetch(`${origin}${path}?week-ending=x`)).status).toBe(404);
    }
  });
});
