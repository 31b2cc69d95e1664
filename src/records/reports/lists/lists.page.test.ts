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
import { openCareCouncil, serveCareCouncil } from '../../../../tests/support/care-council.ts';
import { fileOf, importFiles } from '../../../../tests/support/import-files.ts';
import { PageObject } from '../../../../tests/support/page-object.ts';
import { USUAL_SETTINGS } from '../../../../tests/support/settled.ts';
import { isoDate } from '../../../core/plain-date.ts';
import type { Ground } from '../../../platform/database/ground.ts';
import { listRoutes } from '../../../platform/lists/list-routes.ts';
import { paths } from '../../paths.ts';
import type { Route } from '../../permissions.ts';
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
/** Accrued, and committed in lines of their own. */
const NOTHING = ['£0.00', '£0.00'] as const;
/** The week in which A300 started, A400 started a short break and A500 left. */
const FIRST_OF_MAY = isoDate('2021-05-02');

describe.skipIf(!browserAvailable())('the lists behind the report', () => {
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
    const rows = await page.getByRole('table', { name: HEADINGS[list] }).locator('tbody tr').all();
    const cells = await Promise.all(
      rows.map((row) => row.locator('.govuk-table__cell, th').allTextContents()),
    );
    await page.context().close();
    return cells.map((row) => row.map((cell) => cell.trim()));
  }

  test.each(NAMES)('%s are not for a role without the permission', async (list) => {
    const other = await serveCareCouncil(ground, 'Administrator', LISTS);
    const file = paths.listFile(list, 'csv', new URLSearchParams());
    for (const path of [`/report/${list}`, file]) {
      expect((await fetch(other.origin + path)).status).toBe(403);
    }
    await other.server.close();
  });

  test.each(NAMES)('%s open on the last whole week, on the narrowest screen too', async (list) => {
    for (const width of [NARROW, 1280]) {
      const page = await visited(list, `/report/${list}`, { width });
      expect(await page.locator('main').textContent()).toContain('Week ending 30 May 2021');
      await page.context().close();
    }
  });

  test.each([
    'Section 151 officer',
    'Programme manager',
    'Equality lead',
    'Cabinet member',
  ] as const)(
    'are not for a %s, row by row or as files; what budget lines cost is withheld where children are few',
    async (role) => {
      const other = await serveCareCouncil(ground, role, LISTS);
      const status = async (path: string) => (await fetch(other.origin + path)).status;
      for (const list of NAMES.filter((name) => name !== 'budgets')) {
        expect([list, await status(`/report/${list}?week-ending=${WEEK}`)]).toEqual([list, 403]);
        expect([list, await status(`/report/${list}/file/csv`)]).toEqual([list, 403]);
        expect([list, await status(`/report/${list}/file/xlsx`)]).toEqual([list, 403]);
      }
      const page = await (await fetch(other.origin + paths.budgets(WEEK))).text();
      expect(page).toContain('£120,000');
      expect(page).not.toContain('href="/report/costs');
      const file = await fetch(`${other.origin}/report/budgets/file/csv?week-ending=${WEEK}`);
      const [, ...rows] = (await file.text()).trim().split('\r\n');
      expect(rows.length).toBeGreaterThan(1);
      for (const row of rows) expect(row.match(/\[c\]/g)).toHaveLength(5);
      await other.server.close();
    },
  );

  test('movements have a row for each that the report counts', async () => {
    const rows = await shown('movements', paths.movements(FIRST_OF_MAY));
    expect(rows.map(([, child, date, what]) => [child, date, what])).toEqual([
      ['A300', '01/05/2021', 'Started'],
      ['A500', '01/05/2021', 'Ceased'],
    ]);
    const ended = await shown('movements', paths.movements(FIRST_OF_MAY, 'ends'));
    expect(ended.map(([, child]) => child)).toEqual(['A500']);
    const moved = await shown('movements', paths.movements(isoDate('2021-03-07'), 'moves'));
    expect(moved[0]?.slice(1)).toEqual([
      'A100',
      '01/03/2021',
      'Unplanned move',
      'Agency fostering (U6, PR4)',
      "Children's homes and residential care (K2, PR4)",
      "CREQB: Carer asks for the placement to end because of the child's behaviour",
    ]);
  });

  test('costs are narrowed by what a link asks, and summed', async () => {
    const all = await shown('costs', paths.costs(WEEK));
    expect(all.map((row) => row.at(-1))).toEqual([
      '£5,000.00',
      '£700.00',
      '£400.00',
      '£300.00',
      '£6,400.00',
    ]);
    const homes = await shown('costs', paths.costs(WEEK, 'residential'));
    expect(homes.map((row) => row.at(-1))).toEqual(['£5,000.00', '£700.00', '£5,700.00']);
    const page = await visited('costs', `${paths.costs(WEEK)}&by=funder&sort=cost&order=ascending`);
    const sums = page.getByRole('table', { name: 'Subtotals by funder' });
    expect(await sums.locator('tbody tr').first().textContent()).toContain('£5,700.00');
    await sums.getByRole('link', { name: 'Health' }).click();
    expect(await page.locator('main').textContent()).toContain('1 element charged');
    await page.getByRole('link', { name: 'Clear filters' }).click();
    expect(page.url()).toBe(origin + paths.costs(WEEK));
    await page.context().close();
  });

  test('payments tell what is due by each supplier’s run from what awaits payment and what was paid, the largest difference first', async () => {
    const rows = await shown('payments', paths.payments(WEEK));
    // The one run paid to 28 March: two more were due by 1 June, the second to 28 May.
    const unpaid = (amount: string) => `no payment at all; ${amount} is due for 1 April to 28 May.`;
    expect(rows.map(([, ...row]) => row)).toEqual([
      [
        ...['A100', 'Under paid', '£48,857.14', '£47,228.57', '£1,628.57', '£0.00'],
        ...[
          '-£47,228.57',
          `Core: ${unpaid('£41,428.57')} Health: ${unpaid('£5,800.00')}`,
          ...NOTHING,
        ],
      ],
      [
        ...['A200', 'Under paid', '£3,428.57', '£3,314.29', '£114.28', '£0.00'],
        ...['-£3,314.29', `Core: ${unpaid('£3,314.29')}`, ...NOTHING],
      ],
      [
        ...['A500', 'Under paid', '£2,571.43', '£2,485.71', '£85.72', '£0.00'],
        ...['-£2,485.71', `Core: ${unpaid('£2,485.71')}`, ...NOTHING],
      ],
      ['', '', '£54,857.14', '£53,028.57', '£1,828.57', '£0.00', '-£53,028.57', '', ...NOTHING],
    ]);
    const whole = await shown('payments', `${paths.payments(WEEK)}&explained=whole`);
    expect(whole).toHaveLength(4);
    const doubtful = await shown('payments', `${paths.payments(WEEK)}&explained=not-whole`);
    expect(doubtful).toEqual([]);
    const none = await visited('payments', `${paths.payments(WEEK)}&state=over-paid`);
    expect(await none.locator('main').textContent()).toContain('as the filters ask');
    await none.context().close();
  });

  test('payments are compared for every night to the end of the week where that is asked for', async () => {
    const rows = await shown('payments', `${paths.payments(WEEK)}&days=week`);
    expect(rows.map((row) => [row[1], row[4], row[5], row[7]])).toEqual([
      ['A100', '£48,857.14', '£0.00', '-£48,857.14'],
      ['A200', '£3,428.57', '£0.00', '-£3,428.57'],
      ['A500', '£2,571.43', '£0.00', '-£2,571.43'],
      ['', '£54,857.14', '£0.00', '-£54,857.14'],
    ]);
  });

  test('a file of payments says its states in words', async () => {
    const query = new URLSearchParams({ 'week-ending': WEEK });
    const text = await (await fetch(origin + paths.listFile('payments', 'csv', query))).text();
    expect(text).toContain(',Under paid,');
    expect(text).not.toContain('under-paid');
  });

  test('pay runs are one row for each supplier and element, and lead to the payments', async () => {
    const rows = await shown('pay-runs', paths.payRuns(WEEK));
    const rhythm = 'Monthly, paid 4 days after the last night';
    const told = 'Taken to be monthly: too few runs';
    const never = ['Never paid', rhythm, told, '–', '–', '01/04/2021', '61'];
    expect(rows).toEqual([
      // Its costs ended before the night to which others are paid.
      ['Kestrel Fostering', 'Core', '–', ...never, '28/03/2021'],
      ['Wold House', 'Health', '–', ...never, '28/05/2021'],
      ['None named', 'Core', '41120', ...never, '28/05/2021'],
      [
        ...['Wold House', 'Core', '–', 'Overdue', rhythm, told],
        ...['01/04/2021', '28/03/2021', '01/05/2021', '31', '28/05/2021'],
      ],
    ]);
    const page = await visited('pay-runs', `${paths.payRuns(WEEK)}&state=never-paid&search=wold`);
    expect(await page.locator('main').textContent()).toContain('1 stream of payments');
    await page.getByRole('link', { name: 'Committed cost against payments' }).click();
    expect(page.url()).toBe(origin + paths.payments(WEEK));
    await page.context().close();
  });

  test('budget lines stand beside their cost, and lead to the months of their code', async () => {
    const rows = await shown('budgets', paths.budgets(WEEK));
    expect(rows).toHaveLength(3);
    const line = rows.find(([costCentre]) => costCentre === '41110');
    expect(line?.slice(0, 3)).toEqual(['41110', '4310', 'External homes']);
    expect(line?.slice(7)).toEqual(['£120,000', '£249,188', '£129,188']);
    const page = await visited('budgets', `${paths.budgets(WEEK)}&search=homes`);
    await page.getByRole('link', { name: '41110' }).click();
    const code = { year: '2021-22', costCentre: '41110', subjective: '4310' };
    expect(page.url()).toBe(origin + paths.reconciledCode(code));
    await page.context().close();
  });

  test.each(NAMES)(
    '%s leave as files, by identifier or under pseudonyms, as their page is narrowed',
    async (list) => {
      const query = new URLSearchParams({ 'week-ending': FIRST_OF_MAY });
      const csv = await fetch(origin + paths.listFile(list, 'csv', query));
      const name = `${list}-2021-05-02`;
      expect(csv.headers.get('content-disposition')).toContain(`${name}.csv`);
      const text = await csv.text();
      expect(text.split('\r\n').length).toBeGreaterThan(3);
      const isAboutChildren = !['budgets', 'pay-runs', 'outturn-lines'].includes(list);
      expect(/\bA\d{3}\b/.test(text)).toBe(isAboutChildren);
      expect(text).not.toMatch(/P-[A-Z0-9]{7}/);
      const handed = new URLSearchParams({ ...Object.fromEntries(query), children: 'pseudonyms' });
      const other = await fetch(origin + paths.listFile(list, 'csv', handed));
      // Whoever means pseudonyms is never sent identifiers, nor a file that has none of the two.
      expect(other.status).toBe(isAboutChildren ? 200 : 404);
      const odd = paths.listFile(list, 'csv', new URLSearchParams({ children: 'PSEUDONYMS' }));
      expect((await fetch(origin + odd)).status).toBe(404);
      if (isAboutChildren) {
        expect(decodeURIComponent(other.headers.get('content-disposition') ?? '')).toContain(
          `${name}, under pseudonyms.csv`,
        );
        const pseudonymous = await other.text();
        expect(pseudonymous.split('\r\n')).toHaveLength(text.split('\r\n').length);
        expect(pseudonymous).not.toMatch(/\bA\d{3}\b/);
        expect(pseudonymous).toMatch(/P-[A-Z0-9]{7}/);
      }
      query.set('search', 'nothing is called so');
      const none = await (await fetch(origin + paths.listFile(list, 'csv', query))).text();
      expect(none.trim().split('\r\n')).toHaveLength(1);
      const xlsx = await fetch(origin + paths.listFile(list, 'xlsx', query));
      expect(
        Buffer.from(await xlsx.arrayBuffer())
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
      expect((await fetch(`${origin}/report/${list}/file/pdf`)).status).toBe(404);
      const wrong = await fetch(`${origin}/report/${list}/file/csv?week-ending=x`);
      expect(wrong.status).toBe(422);
      expect(await wrong.text()).toContain('Week ending must be a day that exists');
    },
  );

  test('a file is named after what its list is narrowed to, and never after a child searched for', async () => {
    const named = async (list: ReportList, query: string) => {
      const path = `/report/${list}/file/csv?week-ending=${FIRST_OF_MAY}&${query}`;
      const { headers } = await fetch(origin + path);
      return decodeURIComponent(headers.get('content-disposition') ?? '')
        .split("''")
        .at(-1);
    };
    expect(await named('movements', 'kind=ends')).toBe('movements-2021-05-02 (Ceased).csv');
    expect(await named('movements', 'search=A500')).toBe('movements-2021-05-02 (searched).csv');
    expect(await named('costs', 'by=funder&funder=Health')).toContain('(Funder: Health');
    const long = `children=pseudonyms&search=${'x'.repeat(60)}&by=funder&funder=${'Health'.repeat(20)}`;
    expect(await named('costs', long)).toMatch(/^costs-2021-05-02, under pseudonyms \(/);
  });

  test.each(NAMES)('%s say what is wrong with a week', async (list) => {
    const page = await (await lookingAt(browser, origin)).newPage();
    const heading = HEADINGS[list];
    const title = `Error: ${heading} – Wellplaced – Wensbury Council`;
    const path = `/report/${list}?week-ending=30%2F02%2F2021`;
    await new PageObject(page, { path, title, heading }).visit();
    const typed = page.getByRole('textbox', { name: 'Week ending' });
    expect(await typed.inputValue()).toBe('30/02/2021');
    await typed.fill('30/05/2021');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    expect(await page.locator('main').textContent()).toContain('Week ending 30 May 2021');
    await page.context().close();
  });
});
