import type { FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserAvailable,
  lookingAt,
  NARROW,
  startBrowser,
  type TestBrowser,
} from '../../../../tests/support/browser.ts';
import {
  openCareCouncil,
  serveCareCouncil,
  TODAY,
} from '../../../../tests/support/care-council.ts';
import { fileOf, importFiles } from '../../../../tests/support/import-files.ts';
import { PageObject } from '../../../../tests/support/page-object.ts';
import { USUAL_SETTINGS } from '../../../../tests/support/settled.ts';
import { poundsAndPence } from '../../../core/money.ts';
import { isoDate } from '../../../core/plain-date.ts';
import type { Ground } from '../../../platform/database/ground.ts';
import { listRoutes } from '../../../platform/lists/list-routes.ts';
import { paths } from '../../paths.ts';
import type { Route } from '../../permissions.ts';
import { loadWeeklyReport } from '../weekly-report/load-report.ts';
import { weekHolding } from '../weekly-report/week.ts';
import { budgetsList } from './budgets-list.tsx';
import { costsList } from './costs-list.tsx';
import type { ReportList } from './list-of-a-week.tsx';
import { movementsList } from './movements-list.tsx';
import { outturnCostsList } from './outturn-costs-list.tsx';
import { outturnLinesList } from './outturn-lines-list.tsx';
import { payRunsList } from './pay-runs-list.tsx';
import { paymentsList } from './payments-list.tsx';
import { sinceLastWeekList } from './since-last-week-list.tsx';

const LISTS: readonly Route[] = [
  ...listRoutes(sinceLastWeekList),
  ...listRoutes(movementsList),
  ...listRoutes(costsList),
  ...listRoutes(paymentsList(USUAL_SETTINGS.matchedWithin)),
  ...listRoutes(payRunsList),
  ...listRoutes(budgetsList(USUAL_SETTINGS.smallNumber)),
  ...listRoutes(outturnLinesList),
  ...listRoutes(outturnCostsList),
];
const HEADINGS: Readonly<Record<ReportList, string>> = {
  'since-last-week': 'Since last week',
  movements: 'Starts, ends and moves',
  costs: 'Costs of the week',
  payments: 'Committed cost against payments',
  'pay-runs': 'Pay runs of suppliers',
  budgets: 'Budget against cost',
  'outturn-lines': 'Outturn by budget line',
  'outturn-costs': 'Costs behind the outturn',
};
const NAMES = Object.keys(HEADINGS) as ReportList[];
const WEEK = isoDate('2021-05-30');

describe.skipIf(!browserAvailable())(
  'the lists behind the report of a week at the edge of what is held',
  () => {
    let ground: Ground;
    let browser: TestBrowser;
    let server: FastifyInstance;
    let origin: string;

    beforeAll(async () => {
      ground = await openCareCouncil();
      const budgets = [
        'financial_year,cost_centre,subjective,description,annual_amount,profile',
        '2021-22,41110,4310,External homes,120000.00,equal',
        '',
      ].join('\n');
      await importFiles(ground, 'A', [fileOf('budgets.csv', budgets)]);
      ({ server, origin } = await serveCareCouncil(ground, 'Data officer', LISTS));
      browser = await startBrowser();
    });
    afterAll(async () => {
      await browser?.close();
      await server?.close();
      await ground?.close();
    });

    async function visited(list: ReportList, path: string, looking = {}): Promise<Page> {
      const page = await (await lookingAt(browser, origin, looking)).newPage();
      const heading = HEADINGS[list];
      const title = `${heading} – Wellplaced – Wensbury Council`;
      await new PageObject(page, { path, title, heading }).visit();
      return page;
    }

    async function shown(list: ReportList, path: string): Promise<string[][]> {
      const page = await visited(list, path);
      const rows = await page
        .getByRole('table', { name: HEADINGS[list] })
        .locator('tbody tr')
        .all();
      const cells = await Promise.all(
        rows.map((row) => row.locator('.govuk-table__cell, th').allTextContents()),
      );
      await page.context().close();
      return cells.map((row) => row.map((cell) => cell.trim()));
    }

    test.each(NAMES)(
      '%s hold the week of the day that is asked for, as far as it has come',
      async (list) => {
        const page = await visited(list, `/report/${list}?week-ending=2021-06-03`, {
          width: NARROW,
        });
        const said = await page.locator('main').textContent();
        expect(said).toContain('3 June 2021 is in the week ending Sunday 6 June 2021.');
        expect(said).toContain(
          'Week ending 6 June 2021, not over: counts to 1 June 2021, 2 of 7 nights',
        );
        expect(await page.getByRole('textbox', { name: 'Week ending' }).inputValue()).toBe(
          '06/06/2021',
        );
        await page.context().close();
        const file = await fetch(`${origin}/report/${list}/file/csv?week-ending=2021-06-03`);
        expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toContain(
          `${list}-2021-06-06 (counts to 2021-06-01).csv`,
        );
        const later = await fetch(`${origin}/report/${list}?week-ending=2021-06-07`);
        expect([later.status, await later.text()]).toEqual([
          422,
          expect.stringContaining('Week ending must be 6 June 2021 or earlier'),
        ]);
      },
    );

    test.each([
      ['movements', '2021-03-28', 'The first return held is that of 2021-22'],
      ['costs', '2019-02-03', 'No cost is held before 1 February 2019'],
      ['budgets', '2019-02-03', 'No cost is held before 1 February 2019'],
      ['payments', '2021-03-28', 'No payment is held before 1 March 2021'],
    ] as const)(
      '%s of %s say that they reach back before what is held',
      async (list, week, why) => {
        const early = await (await fetch(`${origin}/report/${list}?week-ending=${week}`)).text();
        expect(early).toContain(why);
        const now = await (await fetch(`${origin}/report/${list}?week-ending=${WEEK}`)).text();
        expect(now).not.toMatch(/first return held|is held before/);
      },
    );

    test('budgets say to who sees no children that costs begin later, and not on which day', async () => {
      const other = await serveCareCouncil(ground, 'Cabinet member', LISTS);
      const budgets = await fetch(`${other.origin}/report/budgets?week-ending=2019-02-03`);
      const text = await budgets.text();
      expect(text).toContain('What packages cost is not held as far back');
      expect(text).not.toContain('1 February 2019');
      await other.server.close();
    });

    test('costs of a week that is not over come to what its report says', async () => {
      const rows = await shown('costs', paths.costs(isoDate('2021-06-06')));
      const nights = rows.slice(0, -1).map((row) => row.at(-3));
      expect(new Set(nights)).toEqual(new Set(['2']));
      const last = rows.at(-1)?.at(-1);
      const week = weekHolding(TODAY, TODAY);
      if (week === undefined) throw new Error('the week that holds today has begun');
      const report = await loadWeeklyReport(ground, { code: 'A', name: 'A' }, week);
      expect(last).toBe(poundsAndPence(report.spend.weekPence));
    });
  },
);
