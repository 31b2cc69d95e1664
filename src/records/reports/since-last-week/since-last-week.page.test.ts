import type { FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  startBrowser,
  type TestBrowser,
} from '../../../../tests/support/browser.ts';
import { openCareCouncil, serveCareCouncil } from '../../../../tests/support/care-council.ts';
import { PageObject } from '../../../../tests/support/page-object.ts';
import { isoDate } from '../../../core/plain-date.ts';
import type { Ground } from '../../../platform/database/ground.ts';
import { listRoutes } from '../../../platform/lists/list-routes.ts';
import { paths } from '../../paths.ts';
import { sinceLastWeekList } from '../lists/since-last-week-list.tsx';

const HEADING = 'Since last week';

describe.skipIf(!browserAvailable())('what changed since last week', () => {
  let ground: Ground;
  let browser: TestBrowser;
  let server: FastifyInstance;
  let origin: string;

  beforeAll(async () => {
    ground = await openCareCouncil();
    const routes = listRoutes(sinceLastWeekList);
    ({ server, origin } = await serveCareCouncil(ground, 'Data officer', routes));
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await ground?.close();
  });

  async function visited(path: string): Promise<Page> {
    const page = await (await lookingAt(browser, origin, {})).newPage();
    const title = `${HEADING} – Wellplaced – Wensbury Council`;
    await new PageObject(page, { path, title, heading: HEADING }).visit();
    return page;
  }

  const rowsOf = async (page: Page) => {
    const rows = await page.getByRole('table', { name: HEADING }).locator('tbody tr').all();
    const cells = await Promise.all(rows.map((row) => row.locator('th, td').allTextContents()));
    return cells.map((row) => row.slice(1).map((cell) => cell.trim()));
  };

  test('is one row a child: who moved, for how much more, to the end of the year, and by what', async () => {
    const page = await visited(paths.sinceLastWeek(isoDate('2021-03-07')));
    const [moved, ...others] = await rowsOf(page);
    // 900 a week until 15 March, with 5,000 and health's 700 beside it from 1 March; 31 nights to 31 March.
    expect(moved).toEqual([
      ...['A100', 'Moved', '01/03/2021'],
      "Agency fostering → Children's homes and residential care",
      ...['Kestrel Fostering → Wold House', '£900.00', '£6,600.00', '£5,700.00'],
      ...['£25,242.86', '31/03/2021', 'Unplanned'],
    ]);
    expect(others).toHaveLength(1);
    await page.context().close();
  });

  test('calls a child who ceased to be looked after ended, though the cost runs on', async () => {
    const page = await visited(paths.sinceLastWeek(isoDate('2021-05-02')));
    const rows = await rowsOf(page);
    expect(
      rows
        .map(([child, change]) => [child, change])
        .slice(0, -1)
        .sort(),
    ).toEqual([
      ['A300', 'New'],
      ['A500', 'Ended'],
    ]);
    await page.context().close();
  });

  test('has every figure with its change and thirteen weeks, said in words', async () => {
    const page = await visited(paths.sinceLastWeek(isoDate('2021-05-02')));
    const tiles = page.locator('.wellplaced-figures__item');
    expect(await tiles.count()).toBe(7);
    expect(await tiles.first().textContent()).toContain('as the week before');
    const lines = page.locator('.wellplaced-figures svg[role="img"]');
    expect(await lines.count()).toBe(7);
    expect(await lines.first().getAttribute('aria-label')).toBe(
      'Thirteen weeks: from 3 to 3, least 3, most 3',
    );
    await page.context().close();
  });

  test('compares nothing that is of a whole week while the week is not over', async () => {
    const page = await visited(paths.sinceLastWeek(isoDate('2021-06-06')));
    const tiles = await page.locator('.wellplaced-figures__item').allTextContents();
    expect(tiles[0]).toContain('as the week before');
    expect(tiles[1]).toContain('so far: the week is not over');
    expect(tiles[2]).toContain('as the week before');
    for (const tile of tiles.slice(3)) expect(tile).toContain('so far: the week is not over');
    await page.context().close();
  });
});
