import type { FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  NARROW,
  startBrowser,
  type TestBrowser,
} from '../../../tests/support/browser.ts';
import { openCareCouncil, serveCareCouncil } from '../../../tests/support/care-council.ts';
import { fileOf, importFiles } from '../../../tests/support/import-files.ts';
import { PageObject } from '../../../tests/support/page-object.ts';
import { settledTo, USUAL_SETTINGS } from '../../../tests/support/settled.ts';
import type { Ground } from '../../platform/database/ground.ts';
import { listRoutes } from '../../platform/lists/list-routes.ts';
import type { SettledValue } from '../../platform/settings/settled-value.ts';
import type { PagesContext } from '../pages-context.ts';
import { paths } from '../paths.ts';
import type { Route } from '../permissions.ts';
import { providerRoutes } from './pages/provider/routes.ts';
import { priceChangesList } from './price-changes-list.tsx';
import { providersList } from './providers-list.tsx';

const routesWith = (inflation: SettledValue<number> = settledTo(3.8)): readonly Route[] => [
  ...listRoutes(providersList(inflation)),
  ...providerRoutes({ settings: { ...USUAL_SETTINGS, inflation } } as PagesContext),
  ...listRoutes(priceChangesList),
];

/** Wold House, in another spelling too, which raised a child’s price; and a home of its own whom nobody is with now. */
const COSTS = [
  'child_id,placement_start,element,weekly_rate,from,to,funder,provider,contract,cost_centre,subjective',
  'A100,2021-03-01,core,5000.00,2021-03-01,2021-05-01,social_care,Wold House,spot,41110,4310',
  'A100,2021-03-01,core,5250.00,2021-05-01,,social_care,WOLD HOUSE,spot,41110,4310',
  'A200,2019-02-01,core,400.00,2019-02-01,2021-04-01,social_care,Wold House,in_house,41120,4330',
  'A200,2019-02-01,core,420.00,2021-04-01,,social_care,Wold House,in_house,41120,4330',
  '',
].join('\n');

describe.skipIf(!browserAvailable())('providers', () => {
  let ground: Ground;
  let browser: TestBrowser;
  let server: FastifyInstance;
  let origin: string;

  beforeAll(async () => {
    ground = await openCareCouncil();
    await importFiles(ground, 'A', [fileOf('placement_costs.csv', COSTS)]);
    ({ server, origin } = await serveCareCouncil(ground, 'Commissioning manager', routesWith()));
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await ground?.close();
  });

  async function visited(path: string, heading: string, looking = {}): Promise<Page> {
    const page = await (await lookingAt(browser, origin, looking)).newPage();
    const title = `${heading} – Wellplaced – Wensbury Council`;
    await new PageObject(page, { path, title, heading }).visit();
    return page;
  }

  const rowsOf = async (page: Page, name: string) => {
    const rows = await page.getByRole('table', { name, exact: true }).locator('tbody tr').all();
    const cells = await Promise.all(rows.map((row) => row.locator('th, td').allTextContents()));
    return cells.map((row) => row.map((cell) => cell.trim()));
  };

  test('are for nobody without the permission to see children, nor are their files', async () => {
    for (const role of ['Administrator', 'Section 151 officer', 'Cabinet member'] as const) {
      const other = await serveCareCouncil(ground, role, routesWith());
      for (const path of [
        ...[paths.providers, paths.provider('wold-house'), paths.priceChanges({})],
        ...['/providers/file/csv', '/price-changes/file/xlsx'],
      ]) {
        expect([role, path, (await fetch(other.origin + path)).status]).toEqual([role, path, 403]);
      }
      await other.server.close();
    }
  });

  test('stand one row each under every spelling, the dearest first, on the narrowest screen too', async () => {
    for (const width of [NARROW, 1280]) {
      const page = await visited(paths.providers, 'Providers', {
        width,
        scripts: width !== NARROW,
      });
      expect(await page.locator('main').textContent()).toContain('Week ending 30 May 2021');
      const rows = await rowsOf(page, 'Providers');
      const names = rows.map(([name]) => name);
      expect(names).toContain('Wold House');
      expect(names.filter((name) => name?.toLowerCase() === 'wold house')).toHaveLength(1);
      await page.context().close();
    }
  });

  test('show the price of a provider’s groups, its changes day by day, and who is with it', async () => {
    const page = await visited(paths.provider('wold-house'), 'Wold House');
    const text = String(await page.locator('main').textContent());
    expect(text).toContain('Also written “WOLD HOUSE”');
    expect(text).toContain('Who owns it is in no file that is held');
    // 400 a week until 1 April, 420 since; A100 was elsewhere a year before.
    expect(text).toMatch(/Rise in a year, same children.*\+5\s%/);
    expect(text).toContain('1 child; others –; inflation +3.8\u00a0%');
    const changes = await rowsOf(page, 'Changes of price by day');
    expect(changes.map((row) => row.slice(0, 1).concat(row.slice(2, 7)))).toEqual([
      ['01/05/2021', '1', '£5,000.00', '£5,250.00', '+5\u00a0%', 'Core raised'],
      ['01/04/2021', '1', '£400.00', '£420.00', '+5\u00a0%', 'Core raised'],
    ]);
    const children = await rowsOf(page, 'Children now');
    expect(children.map(([child, , , weekly]) => [child, weekly])).toEqual([
      ['A100', '£5,250.00'],
      ['A200', '£420.00'],
    ]);
    expect((await rowsOf(page, 'Homes and agencies used in the twelve months'))[0]).toContain(
      'SC2',
    );
    await page.getByRole('link', { name: /The whole history/ }).click();
    const address = paths.priceChanges({ provider: 'wold-house' });
    const heading = 'Changes of price: Wold House';
    const title = `${heading} – Wellplaced – Wensbury Council`;
    await new PageObject(page, { path: address, title, heading }).check();
    expect(await rowsOf(page, 'Changes of price')).toHaveLength(3);
    await page.context().close();
  });

  test('are none before the first cost, which the page says, and that nothing is held', async () => {
    const page = await visited('/providers?week-ending=1990-01-07', 'Providers');
    const text = String(await page.locator('main').textContent());
    expect(text).toContain('No cost names anybody who is paid in these twelve months.');
    expect(text).toContain('No cost is held before 1 February 2019');
    await page.goto('/provider/wold-house?week-ending=1990-01-07');
    expect(await page.locator('main').textContent()).toContain(
      'It charged for no night of the last twelve months.',
    );
    await page.context().close();
  });

  test('say where inflation is not confirmed, and nothing of it where it is', async () => {
    const unsettled = async () => ({
      ...{ setting: 'records.inflation', value: 3.8, confirmed: false, by: undefined },
    });
    const other = await serveCareCouncil(ground, 'Commissioning manager', routesWith(unsettled));
    for (const path of [paths.providers, paths.provider('wold-house')]) {
      expect(await (await fetch(other.origin + path)).text()).toContain('Not confirmed: inflation');
      expect(await (await fetch(origin + path)).text()).not.toContain('Not confirmed');
    }
    await other.server.close();
  });

  test('have a file of every row, and none of another council’s or of nobody', async () => {
    const csv = await (await fetch(`${origin}/providers/file/csv`)).text();
    expect(csv).toContain('Wold House');
    const narrowed = await (
      await fetch(`${origin}/price-changes/file/csv?provider=wold-house`)
    ).text();
    expect(narrowed.trim().split('\r\n')).toHaveLength(3);
    expect((await fetch(origin + paths.provider('nobody'))).status).toBe(404);
    expect((await fetch(`${origin}/provider/wold-house?week-ending=never`)).status).toBe(404);
  });
});
